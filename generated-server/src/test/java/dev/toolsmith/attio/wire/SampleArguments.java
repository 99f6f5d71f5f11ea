package dev.toolsmith.attio.wire;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Arguments that fit a schema. */
final class SampleArguments {

    static final String UUID = "8b5a1d8e-6f0c-4b3e-9f43-0a1b2c3d4e5f";

    /** What the server itself reads, and checks by more than a schema. */
    static final Set<String> OURS = Set.of("next_cursor", "fields");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SampleArguments() {}

    /** With what is required and nothing else. */
    static ObjectNode least(JsonNode schema) {
        return (ObjectNode) value(schema, false);
    }

    /** With everything that the schema names and the API reads. */
    static ObjectNode most(JsonNode schema) {
        return (ObjectNode) value(schema, true);
    }

    /** A value that fits a schema. */
    static JsonNode value(JsonNode schema, boolean all) {
        for (String choice : new String[] {"anyOf", "oneOf"}) {
            if (schema.has(choice) && !schema.has("properties")) {
                return value(schema.path(choice).path(0), all);
            }
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, all);
            case "array" -> array(schema, all);
            case "integer", "number" -> NODES.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> NODES.booleanNode(true);
            case "null" -> NODES.nullNode();
            default -> NODES.stringNode(text(schema));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asString() : type.asString("object");
    }

    private static ObjectNode object(JsonNode schema, boolean all) {
        ObjectNode object = NODES.objectNode();
        Set<String> unwanted = new HashSet<>(OURS);
        for (JsonNode form : schema.path("oneOf")) {
            form.path("required").forEach(name -> unwanted.add(name.asString()));
        }
        for (JsonNode required :
                List.of(schema.path("required"), schema.path("oneOf").path(0).path("required"))) {
            for (JsonNode name : required) {
                object.set(name.asString(), value(schema.path("properties").path(name.asString()), all));
            }
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (all && !object.has(property.getKey()) && !unwanted.contains(property.getKey())) {
                object.set(property.getKey(), value(property.getValue(), true));
            }
        }
        for (int i = object.size(); i < schema.path("minProperties").asInt(0); i++) {
            object.set("member_" + i, value(schema.path("additionalProperties"), all));
        }
        return object;
    }

    private static ArrayNode array(JsonNode schema, boolean all) {
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < Math.max(schema.path("minItems").asInt(0), all ? 1 : 0); i++) {
            array.add(value(schema.path("items"), all));
        }
        return array;
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> UUID;
            case "date" -> "2026-01-31";
            case "date-time" -> "2026-01-31T12:30:00Z";
            case "uri" -> "https://example.com/a";
            default -> schema.has("pattern") ? "P1D" : "some-text";
        };
    }
}
