package dev.toolsmith.platform.api;

import dev.toolsmith.platform.model.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says why a request is turned away, with all that RFC 9457 has room for. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int TOO_MANY = 429;

    /** How long failures are remembered; nobody who waits so long waits in vain. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final int status;
    private final String code;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers;

    private Refused(int status, String code, String detail, List<Fault> faults, Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.faults = List.copyOf(faults);
        this.headers = new TreeMap<>(headers);
    }

    static Refused of(int status, String code, String detail) {
        return new Refused(status, code, detail, List.of(), Map.of());
    }

    /** A body with places that are wrong. */
    static Refused body(List<Fault> faults) {
        String detail = faults.size() == 1
                ? faults.get(0).detail()
                : faults.size() + " places of the body are wrong. The first: "
                        + faults.get(0).detail();
        return new Refused(400, "invalid_request", detail, faults, Map.of());
    }

    static Refused of(ProblemException problem) {
        List<Fault> faults = problem.pointer().isEmpty()
                ? List.of()
                : List.of(new Fault(problem.pointer(), problem.code(), problem.detail()));
        Map<String, String> headers = problem.status() == TOO_MANY
                ? Map.of("Retry-After", Long.toString(LONGEST_WAIT.toSeconds()))
                : Map.of();
        return new Refused(problem.status(), problem.code(), problem.detail(), faults, headers);
    }

    /** The same, with a header field that belongs to its status. */
    Refused with(String header, String value) {
        Refused same = new Refused(status, code, detail(), faults, headers);
        same.headers.put(header, value);
        return same;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    List<Fault> faults() {
        return faults;
    }

    Map<String, String> headers() {
        return headers;
    }
}
