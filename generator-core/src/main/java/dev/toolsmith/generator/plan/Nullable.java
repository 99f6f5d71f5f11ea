package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Lets a schema take null as well ({@code nullable: true} of OpenAPI 3.0). */
final class Nullable {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Nullable() {}

    static void allowNull(ObjectNode schema) {
        if (schema.has("$ref") || schema.has("allOf") || schema.has("not") || schema.has("if")) {
            wrap(schema);
            return;
        }
        if (schema.has("anyOf") && schema.has("oneOf")) {
            wrap(schema);
            return;
        }
        widenType(schema);
        widenBranches(schema, "anyOf");
        widenBranches(schema, "oneOf");
        widenValues(schema);
    }

    /** Adds null to an enumeration that forgets it although the type beside it names null. */
    static void completeValues(ObjectNode schema) {
        if (contains(schema.path("type"), JSON.textNode("null")) && schema.has("enum")) {
            widenValues(schema);
        }
    }

    private static void widenType(ObjectNode schema) {
        JsonNode type = schema.get("type");
        if (type == null) {
            return;
        }
        ArrayNode types = type.isArray() ? (ArrayNode) type : JSON.arrayNode().add(type);
        if (!contains(types, JSON.textNode("null"))) {
            types.add("null");
        }
        schema.set("type", types);
    }

    private static void widenBranches(ObjectNode schema, String keyword) {
        if (!schema.path(keyword).isArray()) {
            return;
        }
        for (JsonNode branch : schema.get(keyword)) {
            if (takesNull(branch)) {
                return;
            }
        }
        ((ArrayNode) schema.get(keyword)).addObject().put("type", "null");
    }

    private static boolean takesNull(JsonNode branch) {
        return branch.path("type").asText().equals("null")
                || contains(branch.path("type"), JSON.textNode("null"))
                || branch.isEmpty();
    }

    private static void widenValues(ObjectNode schema) {
        if (schema.has("const")) {
            schema.putArray("enum").add(schema.remove("const")).addNull();
        } else if (schema.path("enum").isArray() && !contains(schema.get("enum"), JSON.nullNode())) {
            ((ArrayNode) schema.get("enum")).addNull();
        }
    }

    private static void wrap(ObjectNode schema) {
        ObjectNode inner = JSON.objectNode();
        ObjectNode outer = JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            (SchemaKeywords.ANNOTATIONS.contains(member.getKey()) ? outer : inner)
                    .set(member.getKey(), member.getValue());
        }
        schema.removeAll();
        schema.setAll(outer);
        schema.putArray("anyOf").add(inner).addObject().put("type", "null");
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode each : list) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
