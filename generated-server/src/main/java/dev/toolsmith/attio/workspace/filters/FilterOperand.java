package dev.toolsmith.attio.workspace.filters;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What properties are compared with. */
enum FilterOperand {
    TEXT("a string", "\"A\"", "\"B\""),
    NUMBER("a number", "1", "2"),
    FLAG("true or false", "true", "false"),
    DATE("a date such as \"2026-01-31\"", "\"2026-01-31\"", "\"2026-02-28\""),
    MOMENT("a full date-time such as \"2026-01-31T09:00:00Z\"", "\"2026-01-31T09:00:00Z\"", "\"2026-02-28T09:00:00Z\"");

    private static final int LONGEST = 128;
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");
    private static final Pattern SHORT_OFFSET = Pattern.compile("(.*[Tt].*[+-][0-9]{2})([0-9]{2})?");
    private static final int LONGEST_NUMBER = 64;

    private final String words;
    private final String example;
    private final String other;

    FilterOperand(String words, String example, String other) {
        this.words = words;
        this.example = example;
        this.other = other;
    }

    /** What is taken, such as {@code a string}. */
    String words() {
        return words;
    }

    /** One that fits, as JSON. */
    String example() {
        return example;
    }

    /** Another one that fits, as JSON. */
    String otherExample() {
        return other;
    }

    /** Whether Attio compares with it. */
    boolean takes(JsonNode operand) {
        return switch (this) {
            case TEXT -> operand.isString();
            case FLAG -> operand.isBoolean() || isFlag(scalar(operand));
            case NUMBER -> isNumber(scalar(operand));
            case DATE -> isDate(scalar(operand));
            case MOMENT -> isMoment(scalar(operand));
        };
    }

    private static String scalar(JsonNode operand) {
        String text = operand.isString() || operand.isNumber() ? operand.asString() : "";
        return text.length() > LONGEST ? "" : text;
    }

    private static boolean isFlag(String text) {
        return text.equals("true") || text.equals("false");
    }

    private static boolean isNumber(String text) {
        return text.length() <= LONGEST_NUMBER && DECIMAL.matcher(text).matches();
    }

    /** A date, a year, a year and a month, or a date-time. */
    static boolean isDate(String text) {
        String full = switch (text.length()) {
            case 4 -> text + "-01-01";
            case 7 -> text + "-01";
            default -> text;
        };
        return isDay(full) || isMoment(text);
    }

    /** A date alone. */
    static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).isSupported(ChronoField.EPOCH_DAY);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The text with a whole offset in place of one such as {@code +01} or {@code +0130}. */
    private static String withColon(String text) {
        Matcher offset = SHORT_OFFSET.matcher(text);
        return offset.matches()
                ? offset.group(1) + ":" + Optional.ofNullable(offset.group(2)).orElse("00")
                : text;
    }

    private static boolean isMoment(String text) {
        try {
            TemporalAccessor moment = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    withColon(text.replace(' ', 'T')), OffsetDateTime::from, LocalDateTime::from);
            return moment.isSupported(ChronoField.HOUR_OF_DAY);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
