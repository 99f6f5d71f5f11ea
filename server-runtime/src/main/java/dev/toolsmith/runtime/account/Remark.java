package dev.toolsmith.runtime.account;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.JsonNodeFactory;

/** Puts into an answer what its account lets one say of it. */
final class Remark {

    private Remark() {}

    /** The answer with a remark: a last member {@code note} of a JSON object, a last line of another text. */
    static ToolResult in(ToolResult result, String words) {
        String text = new String(result.text(), StandardCharsets.UTF_8);
        return result.withText(with(text, words).getBytes(StandardCharsets.UTF_8));
    }

    private static String with(String text, String words) {
        if (!text.startsWith("{") || !text.endsWith("}")) {
            return text + "\n" + words;
        }
        String note = "\"note\":" + JsonTree.text(JsonNodeFactory.instance.stringNode(words)) + "}";
        return text.equals("{}") ? "{" + note : text.substring(0, text.length() - 1) + "," + note;
    }
}
