package dev.toolsmith.runtime.view;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Days and times for people, in English and in UTC. */
public final class DayText {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final DateTimeFormatter OF_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter OF_MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private DayText() {}

    /**
     * A text that is a whole date or time of RFC 3339 as people write it, such as {@code 17 Sep 1949} or
     * {@code 5 Jan 2026, 09:00 UTC}; any other text as it is.
     */
    public static String of(String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text).format(OF_DAY);
            }
            if (MOMENT.matcher(text).matches()) {
                OffsetDateTime moment = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
                boolean midnight = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
                return moment.format(midnight ? OF_DAY : OF_MOMENT);
            }
        } catch (DateTimeException e) {
            return text;
        }
        return text;
    }

    /** A time as people write it, from the seconds since 1970 began; the number where it is no time that can be written. */
    public static String ofSeconds(long seconds) {
        try {
            return of(Instant.ofEpochSecond(seconds).toString());
        } catch (DateTimeException e) {
            return Long.toString(seconds);
        }
    }
}
