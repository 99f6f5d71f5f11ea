package dev.toolsmith.runtime.schema;

import com.google.re2j.Pattern;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A format of which a text can be known not to be one. Lenient: APIs take more spellings than the standards have. */
enum CertainFormat implements Format {
    UUID("uuid", "a UUID such as 123e4567-e89b-12d3-a456-426614174000") {
        @Override
        boolean fits(String text) {
            return Patterns.UUID.matches(text);
        }
    },
    DATE("date", "a date such as 2025-07-18") {
        @Override
        boolean fits(String text) {
            return Patterns.DATE.matches(text) && isDay(text.substring(0, 10));
        }
    },
    DATE_TIME("date-time", "a date and time such as 2025-07-18T13:49:44Z") {
        @Override
        boolean fits(String text) {
            return Patterns.DATE_TIME.matches(text) && isDay(text.substring(0, 10));
        }
    };

    private final String name;
    private final String words;

    CertainFormat(String name, String words) {
        this.name = name;
        this.words = words;
    }

    abstract boolean fits(String text);

    /** The format in words, with an example. */
    static String wordsOf(String name) {
        for (CertainFormat format : values()) {
            if (format.name.equals(name)) {
                return format.words;
            }
        }
        return "the format " + name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String text) {
        return fits(text);
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static final class Patterns {
        static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d([Tt ].*)?");
        static final Pattern DATE_TIME = Pattern.compile(
                "\\d{4}-\\d\\d-\\d\\d[Tt ]([01]\\d|2[0-3]):[0-5]\\d(:([0-5]\\d|60)(\\.\\d+)?)?([Zz]|[+-]\\d\\d:?\\d\\d)?");
    }
}
