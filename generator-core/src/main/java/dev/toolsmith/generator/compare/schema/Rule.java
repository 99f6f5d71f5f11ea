package dev.toolsmith.generator.compare.schema;

/**
 * A demand on values that can only be compared as a whole.
 *
 * @param keyword what demands it
 * @param value what is demanded, the same text for the same demand
 */
record Rule(String keyword, String value) {

    static final Rule WHOLE = new Rule("integer", "");
    static final Rule ONE_ALTERNATIVE = new Rule("oneOf", "");
    static final Rule UNIQUE = new Rule("uniqueItems", "");
    static final String PATTERN = "pattern";
    static final String MULTIPLE = "multipleOf";

    private static final int LONGEST = 80;

    /** The demand in words. */
    String words() {
        return switch (keyword) {
            case "integer" -> "integer";
            case "oneOf" -> "exactly one of the alternatives";
            case "uniqueItems" -> "no two equal items";
            case PATTERN -> "matching " + shortened(value);
            case "format" -> "format " + shortened(value);
            case MULTIPLE -> "multiple of " + value;
            case "contentEncoding" -> "encoded as " + shortened(value);
            case "contentMediaType" -> "of type " + shortened(value);
            default -> shortened(keyword + " " + value);
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
