package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.text.VisibleText;
import dev.toolsmith.runtime.upstream.ArgumentLeaves.Leaf;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks in words whether a call may be sent: each of its values in a line of its own. Long values are cut, the more the more
 * values there are, so that none hides another; what is not shown is told before all that is.
 */
final class CallQuestion {

    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_VALUES = 400;
    private static final List<Integer> LENGTHS = List.of(1_000, 300, 100, 40);

    private CallQuestion() {}

    static String of(PreparedCall call) {
        return call.tool().manifest().title()
                + ": "
                + ToolHints.of(call.tool()).title()
                + " (" + call.tool().name() + ")?"
                + values(call.arguments());
    }

    private static String values(ObjectNode arguments) {
        ArgumentLeaves leaves = ArgumentLeaves.of(arguments, MOST_VALUES);
        Lines lines = new Lines(LENGTHS.get(0));
        for (int length : LENGTHS) {
            lines = new Lines(length);
            leaves.first().forEach(lines::add);
            if (lines.shown == leaves.count()) {
                break;
            }
        }
        int left = leaves.count() - lines.shown;
        return notAll(left, lines.cut) + lines.text;
    }

    private static String notAll(int left, int cut) {
        if (left == 0 && cut == 0) {
            return "";
        }
        return "\nThis is not all that would be sent: "
                + (left > 0 ? counted(left) + " not shown" : "")
                + (left > 0 && cut > 0 ? ", " : "")
                + (cut > 0 ? counted(cut) + " cut" : "")
                + '.';
    }

    private static String counted(int values) {
        return values == 1 ? "1 value is" : values + " values are";
    }

    private static final class Lines {

        private final StringBuilder text = new StringBuilder();
        private final int longest;
        private int shown;
        private int cut;

        Lines(int longest) {
            this.longest = longest;
        }

        void add(Leaf leaf) {
            String said = said(leaf.value());
            if (text.length() + leaf.path().length() + said.length() + 3 <= MOST_CHARACTERS) {
                text.append('\n').append(leaf.path()).append(": ").append(said);
                shown++;
                cut += leaf.value().asString("").length() > longest ? 1 : 0;
            }
        }

        private String said(JsonNode value) {
            if (value.isString()) {
                return VisibleText.quoted(value.stringValue(), longest);
            }
            String json = JsonTree.text(value);
            return json.length() <= longest ? json : VisibleText.quoted(json, longest);
        }
    }
}
