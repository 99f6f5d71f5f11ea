package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions about normalised schemas, and rewrites that leave their meaning as it is. */
final class SchemaShape {

    private static final Set<String> FLAT = Set.of(
            "type", "properties", "required", "additionalProperties", "title", "description", "default", "deprecated");

    private SchemaShape() {}

    static void setOrRemove(ObjectNode schema, String keyword, ArrayNode list) {
        if (list.isEmpty()) {
            schema.remove(keyword);
        } else {
            schema.set(keyword, list);
        }
    }

    /** A lone branch of allOf, anyOf or oneOf becomes part of the schema where no keyword stands twice. */
    static ObjectNode simplified(ObjectNode schema) {
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            JsonNode branches = schema.path(keyword);
            if (branches.size() == 1 && branches.get(0) instanceof ObjectNode only && fits(schema, only)) {
                schema.remove(keyword);
                for (Map.Entry<String, JsonNode> member : only.properties()) {
                    schema.putIfAbsent(member.getKey(), member.getValue());
                }
            }
        }
        return schema;
    }

    private static boolean fits(ObjectNode schema, ObjectNode branch) {
        boolean evaluates = schema.has("additionalProperties")
                || schema.has("unevaluatedProperties")
                || schema.has("unevaluatedItems");
        boolean structural = branch.has("properties")
                || branch.has("patternProperties")
                || branch.has("additionalProperties")
                || branch.has("$ref");
        if (evaluates && structural) {
            return false;
        }
        if (branch.has("additionalProperties") && schema.has("properties")) {
            return false;
        }
        for (Map.Entry<String, JsonNode> member : branch.properties()) {
            boolean annotation = SchemaKeywords.ANNOTATIONS.contains(member.getKey());
            JsonNode own = schema.get(member.getKey());
            if (own != null && !annotation && !own.equals(member.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** The types that a schema names; empty when it names none. */
    static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            return List.of(type.textValue());
        }
        List<String> types = new ArrayList<>();
        type.forEach(each -> types.add(each.asText()));
        return types;
    }

    /** Whether a schema is a plain object with known properties, so that these can stand side by side with others. */
    static boolean isFlatObject(ObjectNode schema) {
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            if (!FLAT.contains(member.getKey())) {
                return false;
            }
        }
        List<String> types = types(schema);
        JsonNode others = schema.path("additionalProperties");
        boolean closed = others.isMissingNode() || (others.isBoolean() && !others.booleanValue());
        return closed
                && (types.isEmpty() || types.contains("object"))
                && types.stream().allMatch(type -> type.equals("object") || type.equals("null"))
                && !schema.path("properties").isEmpty();
    }
}
