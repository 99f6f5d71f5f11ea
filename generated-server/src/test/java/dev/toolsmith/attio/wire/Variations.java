package dev.toolsmith.attio.wire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Arguments that differ in one place from such that fit a schema. */
final class Variations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * Arguments that do not fit.
     *
     * @param why what was done to them
     * @param names what a refusal must name
     */
    record Wrong(String why, String names, ObjectNode arguments) {}

    private final JsonNode root;
    private final List<Wrong> wrong = new ArrayList<>();

    private Variations(JsonNode root) {
        this.root = root;
    }

    /** Arguments that fit: the least, the most, the least with one more and the most with one less. */
    static List<ObjectNode> fitting(JsonNode schema) {
        ObjectNode least = SampleArguments.least(schema);
        Set<ObjectNode> fitting = new LinkedHashSet<>();
        fitting.add(least);
        fitting.add(SampleArguments.most(schema));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            JsonNode form = property.getValue();
            if (SampleArguments.OURS.contains(property.getKey())) {
                continue;
            }
            fitting.add(least.deepCopy().set(property.getKey(), SampleArguments.value(form, true)));
            if (!least.has(property.getKey())) {
                ObjectNode without = SampleArguments.most(schema);
                without.remove(property.getKey());
                fitting.add(without);
            }
            for (JsonNode value : form.path("enum")) {
                fitting.add(least.deepCopy().set(property.getKey(), value));
            }
            if (form.has("maximum")) {
                fitting.add(least.deepCopy().set(property.getKey(), form.path("maximum")));
            }
        }
        return List.copyOf(fitting);
    }

    /** Arguments that do not fit, each by one change of all that the schema names. */
    static List<Wrong> wrong(JsonNode schema) {
        Variations variations = new Variations(schema);
        variations.ofObject(schema, "");
        return variations.wrong;
    }

    private void ofObject(JsonNode schema, String pointer) {
        for (JsonNode required : schema.path("required")) {
            String name = required.asString();
            ObjectNode changed = SampleArguments.most(root);
            ((ObjectNode) changed.at(pointer)).remove(name);
            wrong.add(new Wrong("without " + pointer + "/" + name, name, changed));
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (SampleArguments.most(root).at(pointer).has(property.getKey())) {
                ofValue(property.getValue(), pointer, property.getKey());
            }
        }
        if (isClosed(schema)) {
            put(pointer, "no_such_member", NODES.numberNode(1), "with one more");
        }
    }

    private static boolean isClosed(JsonNode schema) {
        return schema.has("additionalProperties")
                && schema.path("additionalProperties").isBoolean()
                && !schema.path("additionalProperties").asBoolean();
    }

    private void ofValue(JsonNode schema, String pointer, String name) {
        if (schema.has("anyOf") || (schema.has("oneOf") && !schema.has("properties"))) {
            return;
        }
        Set<String> types = types(schema);
        for (Map.Entry<String, JsonNode> other : others().entrySet()) {
            boolean fits = types.isEmpty()
                    || types.contains(other.getKey())
                    || (other.getKey().equals("integer") && types.contains("number"));
            if (!fits) {
                put(pointer, name, other.getValue(), other.getKey() + " for " + types);
            }
        }
        if (schema.has("enum")) {
            put(pointer, name, NODES.stringNode("no-such-choice"), "none of the choices");
        }
        if (schema.path("format").asString("").equals("uuid")) {
            put(pointer, name, NODES.stringNode("12345"), "no UUID");
            put(pointer, name, NODES.stringNode(SampleArguments.UUID + "0"), "no UUID");
        }
        if (schema.path("format").asString("").startsWith("date")) {
            put(pointer, name, NODES.stringNode("soon"), "no date");
        }
        if (schema.path("pattern").asString("").startsWith("^https")) {
            put(pointer, name, NODES.stringNode("http://example.com"), "not the pattern");
        }
        bounds(schema, pointer, name);
        if (SampleArguments.most(root).at(pointer).path(name).isObject()) {
            ofObject(schema, pointer + "/" + name);
        }
    }

    private void bounds(JsonNode schema, String pointer, String name) {
        if (schema.has("minimum")) {
            put(pointer, name, NODES.numberNode(schema.path("minimum").asLong() - 1), "below the minimum");
        }
        if (schema.has("maximum")) {
            put(pointer, name, NODES.numberNode(schema.path("maximum").asLong() + 1), "above the maximum");
        }
        if (schema.path("minLength").asInt(0) > 0) {
            put(pointer, name, NODES.stringNode(""), "too short");
        }
        if (schema.has("maxLength")) {
            put(
                    pointer,
                    name,
                    NODES.stringNode("x".repeat(schema.path("maxLength").asInt() + 1)),
                    "too long");
        }
        if (schema.path("minItems").asInt(0) > 0) {
            put(pointer, name, NODES.arrayNode(), "too few");
        }
        if (schema.has("maxItems")) {
            ArrayNode many = NODES.arrayNode();
            for (int i = 0; i <= schema.path("maxItems").asInt(); i++) {
                many.add(SampleArguments.value(schema.path("items"), false));
            }
            put(pointer, name, many, "too many");
        }
    }

    private void put(String pointer, String name, JsonNode value, String why) {
        ObjectNode changed = SampleArguments.most(root);
        ((ObjectNode) changed.at(pointer)).set(name, value);
        wrong.add(new Wrong(why + " at " + pointer + "/" + name, name, changed));
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new LinkedHashSet<>();
        if (schema.path("type").isArray()) {
            schema.path("type").forEach(type -> types.add(type.asString()));
        } else if (schema.has("type")) {
            types.add(schema.path("type").asString());
        }
        return types;
    }

    private static Map<String, JsonNode> others() {
        return Map.of(
                "string", NODES.stringNode("some text"),
                "integer", NODES.numberNode(7),
                "boolean", NODES.booleanNode(true),
                "object", NODES.objectNode().put("some", "member"),
                "array", NODES.arrayNode().add("item"),
                "null", NODES.nullNode());
    }
}
