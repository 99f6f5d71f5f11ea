package dev.toolsmith.platform.admin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Points in time as people read them, in UTC as the audit trail has them. */
final class Moments {

    private static final DateTimeFormatter MINUTES = of("d MMM yyyy, HH:mm 'UTC'");
    private static final DateTimeFormatter SECONDS = of("d MMM yyyy, HH:mm:ss");

    private Moments() {}

    static String text(Instant time) {
        return MINUTES.format(time);
    }

    static String precise(Instant time) {
        return SECONDS.format(time);
    }

    /** When something ends, or that it does not. */
    static String end(Optional<Instant> time) {
        return time.map(Moments::text).orElse("never");
    }

    private static DateTimeFormatter of(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
