package dev.toolsmith.generator.emit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The arguments of a tool with all that stands inside them. The name of a part is its path: {@code data.tags[].name} is
 * the member {@code name} of each item of the member {@code tags} of the argument {@code data}. Recursion is followed
 * once.
 */
final class NestedArguments {

    private static final int MOST_ROWS = 400;
    private static final int DEEPEST = 8;

    private final JsonNode root;
    private final SchemaTargets targets;
    private final Map<String, ArgumentRow> rows = new LinkedHashMap<>();
    /** The schemas that this one stands in. */
    private final Set<JsonNode> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private NestedArguments(JsonNode root) {
        this.root = root;
        this.targets = new SchemaTargets(root);
    }

    /** One row an argument, followed by those of its parts. */
    static List<ArgumentRow> of(ToolModel tool) {
        JsonNode input = tool.input().node();
        NestedArguments nested = new NestedArguments(input);
        for (ArgumentRow argument : ArgumentRow.of(tool)) {
            nested.rows.put(argument.name(), argument);
            nested.descend(input.path("properties").path(argument.name()), argument.name());
        }
        return List.copyOf(nested.rows.values());
    }

    private void descend(JsonNode reference, String path) {
        JsonNode schema = targets.of(reference);
        if (!schema.isObject() || open.size() == DEEPEST || !open.add(schema)) {
            return;
        }
        members(schema, path);
        descend(schema.path("items"), path + "[]");
        descend(schema.path("additionalProperties"), path + ".*");
        alternatives(schema).forEach(each -> descend(each, path));
        open.remove(schema);
    }

    private void members(JsonNode schema, String path) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(member -> {
            if (rows.size() < MOST_ROWS) {
                String name = path + "." + member.getKey();
                JsonNode value = member.getValue();
                rows.putIfAbsent(
                        name,
                        new ArgumentRow(
                                name,
                                SchemaWords.of(value, root),
                                "",
                                required.contains(member.getKey()),
                                text(value)));
                descend(value, name);
            }
        });
    }

    private String text(JsonNode schema) {
        String own = schema.path("description").asText("");
        return own.isEmpty() ? targets.of(schema).path("description").asText("") : own;
    }

    private static List<JsonNode> alternatives(JsonNode schema) {
        List<JsonNode> all = new ArrayList<>();
        Stream.of("allOf", "anyOf", "oneOf").forEach(word -> schema.path(word).forEach(all::add));
        return all;
    }
}
