package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.tool.RateLimit;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads how many calls are left from an answer's headers; times count from the answer's own date. */
final class RateLimits {

    /** What to wait when an API refuses for too many calls and does not say how long. */
    private static final long UNKNOWN_WAIT_SECONDS = 5;

    /** Numbers above this are points in time, not spans. */
    private static final long FIRST_EPOCH_SECOND = 1_000_000_000L;

    private static final long MOST_SECONDS = 30L * 24 * 3600;
    private static final DateTimeFormatter IMF =
            DateTimeFormatter.ofPattern("dd MMM yyyy HH:mm:ss zzz", Locale.ENGLISH);

    private final Clock clock;

    RateLimits(Clock clock) {
        this.clock = clock;
    }

    /** What an answer says; for a 429 always something. */
    Optional<RateLimit> of(HttpAnswer answer) {
        OptionalLong limit = number(answer, "limit");
        OptionalLong remaining = number(answer, "remaining");
        OptionalLong reset = resetSeconds(answer);
        if (answer.status() == 429) {
            return Optional.of(new RateLimit(limit.orElse(-1), 0, reset.orElse(UNKNOWN_WAIT_SECONDS)));
        }
        if (limit.isEmpty() && remaining.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RateLimit(limit.orElse(-1), remaining.orElse(-1), reset.orElse(0)));
    }

    private OptionalLong resetSeconds(HttpAnswer answer) {
        OptionalLong retryAfter = answer.status() == 429
                ? answer.header("retry-after")
                        .map(value -> seconds(value, answer))
                        .orElse(OptionalLong.empty())
                : OptionalLong.empty();
        return retryAfter.isPresent()
                ? retryAfter
                : header(answer, "reset").map(value -> seconds(value, answer)).orElse(OptionalLong.empty());
    }

    private OptionalLong seconds(String value, HttpAnswer answer) {
        OptionalLong number = whole(value);
        Instant now = date(answer.header("date").orElse("")).orElseGet(clock::instant);
        if (number.isPresent()) {
            long given = number.getAsLong();
            boolean epoch = given >= FIRST_EPOCH_SECOND;
            long millis = given >= FIRST_EPOCH_SECOND * 1000 ? 1000 : 1;
            return OptionalLong.of(bounded(epoch ? given / millis - now.getEpochSecond() : given));
        }
        Optional<Instant> until = date(value);
        return until.isPresent()
                ? OptionalLong.of(bounded(until.get().getEpochSecond() - now.getEpochSecond()))
                : OptionalLong.empty();
    }

    private static long bounded(long seconds) {
        return Math.max(0, Math.min(seconds, MOST_SECONDS));
    }

    private static OptionalLong number(HttpAnswer answer, String what) {
        return header(answer, what).map(RateLimits::whole).orElse(OptionalLong.empty());
    }

    private static Optional<String> header(HttpAnswer answer, String what) {
        return answer.header("ratelimit-" + what).or(() -> answer.header("x-ratelimit-" + what));
    }

    /** The whole number at the beginning, as in {@code 100, 100;w=60}; empty for anything else. */
    private static OptionalLong whole(String value) {
        String text = value.trim();
        int digits = 0;
        while (digits < text.length() && digits < 18 && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        boolean ends = digits == text.length() || " ,;.".indexOf(text.charAt(digits)) >= 0;
        return digits > 0 && ends ? OptionalLong.of(Long.parseLong(text.substring(0, digits))) : OptionalLong.empty();
    }

    /** An HTTP date (RFC 9110, section 5.6.7), whatever day of the week it claims to be. */
    private static Optional<Instant> date(String value) {
        String withoutDay = value.substring(value.indexOf(',') + 1).trim();
        try {
            return Optional.of(ZonedDateTime.parse(withoutDay, IMF).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
