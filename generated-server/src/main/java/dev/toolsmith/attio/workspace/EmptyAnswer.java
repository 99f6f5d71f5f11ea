package dev.toolsmith.attio.workspace;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Tells answers that have no items. */
final class EmptyAnswer {

    private static final int LONGEST = 200;

    private EmptyAnswer() {}

    /** Whether an answer of JSON is a list of nothing. */
    static boolean is(ToolResult answer) {
        byte[] text = answer.text();
        if (text.length > LONGEST || text.length == 0 || text[0] != '{') {
            return false;
        }
        try {
            JsonNode data = JsonTree.read(text).path("data");
            return data.isArray() && data.isEmpty();
        } catch (JacksonException notJson) {
            return false;
        }
    }
}
