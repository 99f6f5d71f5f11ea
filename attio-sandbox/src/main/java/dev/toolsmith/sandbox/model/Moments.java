package dev.toolsmith.sandbox.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Timestamps and dates as they are written: UTC with nine fractional digits. */
public final class Moments {
    private static final DateTimeFormatter NANOS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Pattern SHORT_OFFSET = Pattern.compile("(.*[Tt].*[+-][0-9]{2})([0-9]{2})?");

    private Moments() {}

    /** The text of a moment, such as {@code 2026-01-05T09:00:00.000000000Z}. */
    public static String text(Instant moment) {
        return NANOS.format(moment);
    }

    /** Reads a full date-time; one without an offset is UTC. */
    public static Optional<Instant> parse(String text) {
        try {
            TemporalAccessor parsed =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(normal(text), OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    parsed instanceof OffsetDateTime offset
                            ? offset.toInstant()
                            : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notADateTime) {
            return Optional.empty();
        }
    }

    /** The text with a T and a whole offset in place of a blank and an offset such as {@code +01}. */
    private static String normal(String text) {
        String plain = text.replace(' ', 'T');
        Matcher offset = SHORT_OFFSET.matcher(plain);
        return offset.matches()
                ? offset.group(1) + ":" + Optional.ofNullable(offset.group(2)).orElse("00")
                : plain;
    }

    /** Reads a date, a year, a year and month, or a longer text that is cut to its date in UTC. */
    public static Optional<LocalDate> parseDate(String text) {
        String full = switch (text.length()) {
            case 4 -> text + "-01-01";
            case 7 -> text + "-01";
            default -> text;
        };
        try {
            return Optional.of(LocalDate.parse(full));
        } catch (DateTimeException longer) {
            return parse(text).map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC));
        }
    }
}
