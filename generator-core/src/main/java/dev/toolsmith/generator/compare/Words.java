package dev.toolsmith.generator.compare;

import dev.toolsmith.generator.tool.ToolModel;
import java.util.List;
import java.util.stream.Collectors;

/** Words about tools, for people. */
final class Words {

    private static final int LONGEST = 200;

    private Words() {}

    static String operation(ToolModel tool) {
        return tool.httpMethod() + " " + tool.path();
    }

    /** One sentence: {@code The title was A and is B.} */
    static String became(String what, String before, String after) {
        if (before.isEmpty()) {
            return what + " is " + shortened(after) + ", and there was none.";
        }
        if (after.isEmpty()) {
            return what + " is gone; it was " + shortened(before) + ".";
        }
        return what + " was " + shortened(before) + " and is " + shortened(after) + ".";
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    /** Which schemes a call is authenticated by. */
    static String alternatives(List<List<String>> auth) {
        return auth.isEmpty()
                ? "none"
                : auth.stream().map(each -> String.join(" and ", each)).collect(Collectors.joining(", or "));
    }
}
