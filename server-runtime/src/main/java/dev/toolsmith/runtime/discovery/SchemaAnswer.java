package dev.toolsmith.runtime.discovery;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a model how tools are called, in fewer than 3,000 tokens; a single tool that takes more
 * is told all the same.
 */
final class SchemaAnswer {

    private static final int MOST_TOKENS = 2_900;

    private static final List<String> MEMBERS = List.of("name", "description", "inputSchema", "annotations");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, ListedTool> listed;
    private final ArrayNode tools = JSON.arrayNode();
    private final ArrayNode leftOut = JSON.arrayNode();
    private int tokens;

    private SchemaAnswer(Map<String, ListedTool> listed) {
        this.listed = listed;
    }

    /**
     * The answer.
     *
     * @param names of tools that are listed
     * @param unknown what is said of names that are not
     */
    static byte[] of(Map<String, ListedTool> listed, List<String> names, List<String> unknown) {
        SchemaAnswer answer = new SchemaAnswer(listed);
        names.forEach(answer::add);
        ObjectNode all = JSON.objectNode();
        all.set("tools", answer.tools);
        if (!answer.leftOut.isEmpty()) {
            all.set("too_long_ask_again_for", answer.leftOut);
        }
        if (!unknown.isEmpty()) {
            ArrayNode problems = JSON.arrayNode();
            new ArrayList<>(unknown).forEach(problems::add);
            all.set("unknown", problems);
        }
        return JsonTree.write(all);
    }

    private void add(String name) {
        @Nullable ListedTool tool = listed.get(name);
        if (tool == null) {
            return;
        }
        ObjectNode told = JSON.objectNode();
        JsonNode all = ListedToolReader.tree(tool);
        for (String member : MEMBERS) {
            if (all.has(member)) {
                told.set(member, all.path(member));
            }
        }
        int cost = TokenGuess.of(JsonTree.write(told));
        if (tools.isEmpty() || tokens + cost <= MOST_TOKENS) {
            tools.add(told);
            tokens += cost;
        } else {
            leftOut.add(name);
        }
    }
}
