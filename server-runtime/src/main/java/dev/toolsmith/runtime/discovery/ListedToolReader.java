package dev.toolsmith.runtime.discovery;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ListedTools;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what a listing says of its tools. */
final class ListedToolReader {

    private static final int MOST_WORDS = 2_000;

    private final List<String> arguments = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    private ListedToolReader() {}

    /** The tools of a list in the order that it is told in. */
    static List<IndexedTool> read(SearchedList list) {
        Map<String, ToolDescriptor> known = new HashMap<>();
        list.tools().forEach(tool -> known.put(tool.name(), tool));
        List<IndexedTool> tools = new ArrayList<>();
        ListedTools.byName(list.listing())
                .forEach((name, listed) -> tools.add(
                        new ListedToolReader().tool(name, Optional.ofNullable(known.get(name)), tree(listed))));
        return tools;
    }

    static JsonNode tree(ListedTool listed) {
        return JsonTree.read(Arrays.copyOfRange(listed.bytes(), listed.offset(), listed.offset() + listed.length()));
    }

    private IndexedTool tool(String name, Optional<ToolDescriptor> known, JsonNode listed) {
        JsonNode schema = listed.path("inputSchema");
        List<String> required = new ArrayList<>();
        for (JsonNode argument : schema.path("required")) {
            required.add(argument.asString(""));
        }
        collect(schema);
        return new IndexedTool(
                name,
                listed.path("title").asString(""),
                listed.path("description").asString(""),
                known.map(ToolDescriptor::kind).orElse(""),
                known.map(ToolDescriptor::tags).orElse(List.of()),
                required,
                arguments,
                values,
                listed.path("annotations").path("readOnlyHint").asBoolean(false));
    }

    private void collect(JsonNode schema) {
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            if (arguments.size() + values.size() > MOST_WORDS) {
                return;
            }
            JsonNode value = member.getValue();
            switch (member.getKey()) {
                case "properties" ->
                    value.properties().forEach(property -> {
                        arguments.add(property.getKey());
                        collect(property.getValue());
                    });
                case "description", "title", "const" -> add(value);
                case "enum", "examples" -> value.forEach(this::add);
                case "items", "additionalProperties", "not", "if", "then", "else" -> collect(value);
                case "anyOf", "oneOf", "allOf" -> value.forEach(this::collect);
                case "$defs" -> value.forEach(this::collect);
                default -> {
                    // The other keywords hold no words.
                }
            }
        }
    }

    private void add(JsonNode value) {
        if (value.isString()) {
            values.add(value.stringValue());
        }
    }
}
