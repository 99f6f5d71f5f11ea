package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;

/** Makes instances that a schema often takes, and sometimes does not. */
final class RandomInstances {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TYPES =
            List.of("string", "number", "integer", "boolean", "array", "object", "null");
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "2026-01-31",
            "a@b.co",
            "7f1c3a5e-0000-4000-8000-000000000001",
            "DE",
            "https://a.example",
            "+4912345678");

    private final JsonNode root;
    private final Random random;

    RandomInstances(JsonNode root, long seed) {
        this.root = root;
        this.random = new Random(seed);
    }

    JsonNode next() {
        return of(root, 0);
    }

    private JsonNode of(JsonNode schema, int depth) {
        if (schema.has("$ref")) {
            return of(root.at(schema.get("$ref").textValue().substring(1)), depth);
        }
        if (random.nextInt(100) == 0) {
            return ofType(TYPES.get(random.nextInt(TYPES.size())), JSON.objectNode(), depth);
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return anyOf(schema.get("enum"));
        }
        JsonNode own = ofType(type(schema), schema, depth);
        for (String keyword : List.of("anyOf", "oneOf")) {
            if (schema.has(keyword)) {
                own = joined(own, of(anyOf(schema.get(keyword)), depth), schema);
            }
        }
        for (JsonNode branch : schema.path("allOf")) {
            own = joined(own, of(branch, depth), schema);
        }
        return own;
    }

    /** Objects side by side; of anything else the branch, as the schema itself said nothing about the type. */
    private static JsonNode joined(JsonNode own, JsonNode branch, JsonNode schema) {
        if (own instanceof ObjectNode mine && branch instanceof ObjectNode theirs && schema.has("properties")) {
            return mine.deepCopy().setAll(theirs);
        }
        if (own instanceof ObjectNode mine && branch instanceof ObjectNode theirs && schema.has("allOf")) {
            return mine.deepCopy().setAll(theirs);
        }
        return branch;
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            return type.textValue();
        }
        if (type.isArray()) {
            return anyOf(type).textValue();
        }
        return schema.has("properties") || schema.has("allOf") ? "object" : TYPES.get(random.nextInt(TYPES.size()));
    }

    private JsonNode ofType(String type, JsonNode schema, int depth) {
        return switch (type) {
            case "string" -> JSON.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case "integer" -> JSON.numberNode(schema.path("minimum").asInt(0) + random.nextInt(30));
            case "number" -> JSON.numberNode(schema.path("minimum").asInt(0) + random.nextInt(30) / 2.0);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "array" -> array(schema, depth);
            case "object" -> object(schema, depth);
            default -> JSON.nullNode();
        };
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        int least = schema.path("minItems").asInt(0);
        int size = depth > 6
                ? least
                : Math.min(least + random.nextInt(3), schema.path("maxItems").asInt(9));
        for (int index = 0; index < size; index++) {
            array.add(of(schema.path("items"), depth + 1));
        }
        return array;
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        List<String> required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
        schema.path("properties").properties().forEach(property -> {
            boolean wanted = depth < 6 && random.nextInt(3) > 0;
            if (wanted || required.contains(property.getKey())) {
                object.set(property.getKey(), of(property.getValue(), depth + 1));
            }
        });
        boolean open = !schema.path("additionalProperties").isBoolean()
                || schema.path("additionalProperties").booleanValue();
        if (open && depth > 0 && depth < 6 && random.nextInt(2) == 0) {
            object.set(
                    "extra",
                    of(
                            schema.path("additionalProperties").isObject()
                                    ? schema.get("additionalProperties")
                                    : JSON.objectNode(),
                            depth + 1));
        }
        return object;
    }

    private JsonNode anyOf(JsonNode list) {
        return list.get(random.nextInt(list.size()));
    }
}
