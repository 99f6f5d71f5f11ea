package dev.toolsmith.generator.plan;

/** The singular of an English plural in snake_case, good enough for names; the overlay corrects the rest. */
final class Singular {

    private Singular() {}

    static String of(String plural) {
        if (plural.equals("people") || plural.endsWith("_people")) {
            return plural.substring(0, plural.length() - "people".length()) + "person";
        }
        if (plural.endsWith("ies") && plural.length() > 3) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        if (plural.endsWith("uses") || plural.endsWith("sses")) {
            return plural.substring(0, plural.length() - 2);
        }
        boolean ends = plural.endsWith("s") && !plural.endsWith("ss") && plural.length() > 1;
        return ends ? plural.substring(0, plural.length() - 1) : plural;
    }
}
