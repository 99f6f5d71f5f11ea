package dev.toolsmith.platform.model;

/** Says why a request of a person or a program cannot be done, in words for them (RFC 9457). */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String pointer;

    private ProblemException(int status, String code, String detail, String pointer) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.pointer = pointer;
    }

    /**
     * A request that is wrong in one place.
     *
     * @param code a stable name, such as {@code invalid_request}
     * @param pointer JSON pointer into the request's body; empty for none
     */
    public static ProblemException of(int status, String code, String detail, String pointer) {
        return new ProblemException(status, code, detail, pointer);
    }

    /** What is asked for is not there, or not for this caller. */
    public static ProblemException notFound(String what) {
        return new ProblemException(404, "not_found", "There is no such " + what + ".", "");
    }

    /** The HTTP status that fits. */
    public int status() {
        return status;
    }

    /** A stable name of what is wrong. */
    public String code() {
        return code;
    }

    /** What is wrong and what to do. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Where in the request's body; empty for no place. */
    public String pointer() {
        return pointer;
    }
}
