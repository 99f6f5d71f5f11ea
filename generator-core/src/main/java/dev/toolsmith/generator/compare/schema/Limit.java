package dev.toolsmith.generator.compare.schema;

import java.math.BigDecimal;
import java.util.stream.Stream;

/** A bound that values of one type must keep. */
enum Limit {
    LEAST("minimum", "exclusiveMinimum", JsonType.NUMBER, true, ""),
    MOST("maximum", "exclusiveMaximum", JsonType.NUMBER, false, ""),
    MIN_LENGTH("minLength", "", JsonType.STRING, true, "character"),
    MAX_LENGTH("maxLength", "", JsonType.STRING, false, "character"),
    MIN_ITEMS("minItems", "", JsonType.ARRAY, true, "item"),
    MAX_ITEMS("maxItems", "", JsonType.ARRAY, false, "item"),
    MIN_PROPERTIES("minProperties", "", JsonType.OBJECT, true, "member"),
    MAX_PROPERTIES("maxProperties", "", JsonType.OBJECT, false, "member");

    private final String keyword;
    private final String exclusive;
    private final JsonType type;
    private final boolean lower;
    private final String unit;

    Limit(String keyword, String exclusive, JsonType type, boolean lower, String unit) {
        this.keyword = keyword;
        this.exclusive = exclusive;
        this.type = type;
        this.lower = lower;
        this.unit = unit;
    }

    static Stream<Limit> of(JsonType type) {
        return Stream.of(values()).filter(limit -> limit.type == type);
    }

    String keyword() {
        return keyword;
    }

    /** The keyword of the same bound with the bound itself left out; empty when there is none. */
    String exclusive() {
        return exclusive;
    }

    boolean isLower() {
        return lower;
    }

    /** Whether the limit counts something, so that a lower one of 0 says nothing. */
    boolean isCount() {
        return !unit.isEmpty();
    }

    /** Whether all that keeps the first bound keeps the second one. */
    boolean isAtLeastAsStrict(Bound first, Bound second) {
        int order = first.value().compareTo(second.value());
        if (order == 0) {
            return first.exclusive() || !second.exclusive();
        }
        return lower ? order > 0 : order < 0;
    }

    boolean isKept(Bound bound, BigDecimal value) {
        int order = value.compareTo(bound.value());
        if (order == 0) {
            return !bound.exclusive();
        }
        return lower ? order > 0 : order < 0;
    }

    /** The bound in words: {@code at most 50 characters}. */
    String words(Bound bound) {
        String number = bound.text();
        String unitWord = unit.isEmpty() ? "" : " " + unit + (number.equals("1") ? "" : "s");
        if (bound.exclusive()) {
            return (lower ? "more than " : "less than ") + number + unitWord;
        }
        return (lower ? "at least " : "at most ") + number + unitWord;
    }
}
