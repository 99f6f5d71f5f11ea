package dev.toolsmith.sandbox.control;

import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Refusal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The faults that were asked for and have not happened yet. */
public final class Faults {
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);
    private static final String SERVER = "api_error";

    private final List<Fault> waiting = new ArrayList<>();

    synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    synchronized void clear() {
        waiting.clear();
    }

    /** A moment as an HTTP date, such as {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
    public static String httpDate(Instant moment) {
        return HTTP_DATE.format(ZonedDateTime.ofInstant(moment, ZoneOffset.UTC));
    }

    private synchronized Optional<Fault> take(String method, String path) {
        for (Iterator<Fault> faults = waiting.iterator(); faults.hasNext(); ) {
            Fault fault = faults.next();
            if (fault.matches(method, path)) {
                faults.remove();
                if (fault.count() > 1) {
                    waiting.add(0, fault.once());
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** The answer that a fault gives to a call, after its delay; empty when the call goes on as usual. */
    public Optional<Answer> strike(String method, String path) {
        Optional<Fault> fault = take(method, path);
        fault.ifPresent(each -> pause(each.delayMillis()));
        return fault.filter(each -> each.status() != 0).map(Faults::answer);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer answer(Fault fault) {
        var body = fault.body();
        Answer answer = body == null ? refusal(fault.status()).answer(false) : Answer.json(fault.status(), body);
        if (fault.status() != 429 && fault.status() != 503) {
            return answer;
        }
        Instant now = Instant.now();
        return answer.with("Date", httpDate(now)).with("Retry-After", httpDate(now.plusSeconds(fault.retryAfter())));
    }

    private static Refusal refusal(int status) {
        return switch (status) {
            case 401 -> Refusal.unauthorized();
            case 403 -> Refusal.forbidden("The token may not do this.");
            case 404 -> Refusal.notFound("There is nothing here.");
            case 409 -> Refusal.conflict("slug_conflict", "The slug is taken.");
            case 429 -> Refusal.of(429, "rate_limit_error", "rate_limit_exceeded", "Too many calls; wait a moment.");
            default ->
                status < 500
                        ? Refusal.of(status, "invalid_request_error", "validation_type", "The call was refused.")
                        : Refusal.of(status, SERVER, "internal_error", "The server is in trouble.");
        };
    }
}
