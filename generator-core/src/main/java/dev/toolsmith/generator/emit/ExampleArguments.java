package dev.toolsmith.generator.emit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.Optional;
import java.util.stream.Stream;

/** The least that a call must say: a tool's required arguments, with values of the right types. */
final class ExampleArguments {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;
    private static final int LONGEST = 2_000;

    private final SchemaTargets targets;

    private ExampleArguments(SchemaTargets targets) {
        this.targets = targets;
    }

    /** The arguments as JSON on several lines; empty when none is required, or when they are too long to show. */
    static Optional<String> of(ToolModel tool) {
        JsonNode input = tool.input().node();
        ExampleArguments example = new ExampleArguments(new SchemaTargets(input));
        JsonNode arguments = example.members(input, JSON.objectNode(), 0);
        String text = arguments.isEmpty() ? "" : arguments.toPrettyString().replace(System.lineSeparator(), "\n");
        return text.isEmpty() || text.length() > LONGEST ? Optional.empty() : Optional.of(text);
    }

    private ObjectNode members(JsonNode schema, ObjectNode into, int depth) {
        for (JsonNode name : schema.path("required")) {
            JsonNode member = schema.path("properties").path(name.asText());
            if (!into.has(name.asText())) {
                into.set(name.asText(), value(member, depth + 1));
            }
        }
        return into;
    }

    private JsonNode value(JsonNode reference, int depth) {
        JsonNode schema = targets.of(reference);
        if (depth > DEEPEST || !schema.isObject()) {
            return JSON.textNode("…");
        }
        return told(schema).orElseGet(() -> made(schema, depth));
    }

    /** A value that the schema itself names. */
    private static Optional<JsonNode> told(JsonNode schema) {
        return Stream.of(
                        schema.path("examples").path(0),
                        schema.path("default"),
                        schema.path("const"),
                        schema.path("enum").path(0))
                .filter(each -> !each.isMissingNode() && !each.isNull())
                .findFirst();
    }

    private JsonNode made(JsonNode schema, int depth) {
        String type = type(schema);
        return switch (type) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" -> schema.path("minimum").isNumber() ? schema.get("minimum") : JSON.numberNode(1);
            case "boolean" -> JSON.booleanNode(true);
            case "null" -> NullNode.getInstance();
            case "string" -> JSON.textNode(text(schema.path("format").asText("")));
            default -> alternative(schema, depth);
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        String first = type.isArray() ? type.path(0).asText("") : type.asText("");
        return first.isEmpty() && schema.has("properties") ? "object" : first;
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = members(schema, JSON.objectNode(), depth);
        for (JsonNode part : schema.path("allOf")) {
            members(targets.of(part), object, depth);
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        if (schema.path("minItems").asInt(0) > 0) {
            array.add(value(schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode alternative(JsonNode schema, int depth) {
        return Stream.of("anyOf", "oneOf", "allOf")
                .map(word -> schema.path(word).path(0))
                .filter(JsonNode::isObject)
                .findFirst()
                .map(each -> value(each, depth + 1))
                .orElseGet(() -> JSON.textNode("…"));
    }

    private static String text(String format) {
        return switch (format) {
            case "date" -> "2026-01-31";
            case "date-time" -> "2026-01-31T12:00:00Z";
            case "uuid" -> "00000000-0000-4000-8000-000000000000";
            case "email" -> "ada@example.com";
            case "uri", "url" -> "https://example.com/";
            default -> "…";
        };
    }
}
