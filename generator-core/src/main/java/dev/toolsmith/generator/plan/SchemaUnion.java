package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One schema that takes at least what any of several takes. The alternatives are shortened schemas: types, values,
 * properties, items and texts.
 */
final class SchemaUnion {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SchemaUnion() {}

    static ObjectNode of(List<ObjectNode> alternatives) {
        ObjectNode result = alternatives.get(0).deepCopy();
        for (ObjectNode each : alternatives.subList(1, alternatives.size())) {
            result = of(result, each);
        }
        return result;
    }

    private static ObjectNode of(ObjectNode first, ObjectNode second) {
        if (first.equals(second)) {
            return first;
        }
        ObjectNode result = JSON.objectNode();
        types(first, second, result);
        values(first, second, result);
        JsonNode text = first.has("description") ? first.get("description") : second.get("description");
        if (text != null) {
            result.set("description", text);
        }
        if (!result.has("enum")) {
            objects(first, second, result);
            items(first, second, result);
        }
        return result;
    }

    private static void types(ObjectNode first, ObjectNode second, ObjectNode result) {
        Set<String> types = new LinkedHashSet<>(SchemaShape.types(first));
        List<String> others = SchemaShape.types(second);
        if (types.isEmpty() || others.isEmpty()) {
            return;
        }
        types.addAll(others);
        if (types.size() == 1) {
            result.put("type", types.iterator().next());
        } else {
            ArrayNode list = result.putArray("type");
            types.forEach(list::add);
        }
    }

    private static void values(ObjectNode first, ObjectNode second, ObjectNode result) {
        Set<JsonNode> values = new LinkedHashSet<>(values(first));
        Set<JsonNode> others = values(second);
        if (!values.isEmpty() && !others.isEmpty()) {
            values.addAll(others);
            ArrayNode list = result.putArray("enum");
            values.forEach(list::add);
        }
    }

    private static Set<JsonNode> values(ObjectNode schema) {
        Set<JsonNode> values = new LinkedHashSet<>();
        schema.path("enum").forEach(values::add);
        if (schema.has("const")) {
            values.add(schema.get("const"));
        }
        return values;
    }

    private static void objects(ObjectNode first, ObjectNode second, ObjectNode result) {
        if (!mayBe(second, "object")) {
            copyObject(first, result);
        } else if (!mayBe(first, "object")) {
            copyObject(second, result);
        } else if (SchemaShape.types(first).contains("object")
                && SchemaShape.types(second).contains("object")) {
            mergeObjects(first, second, result);
        }
    }

    private static void copyObject(ObjectNode from, ObjectNode result) {
        for (String keyword : List.of("properties", "required", "additionalProperties")) {
            if (from.has(keyword)) {
                result.set(keyword, from.get(keyword));
            }
        }
    }

    private static void mergeObjects(ObjectNode first, ObjectNode second, ObjectNode result) {
        Set<String> names = new LinkedHashSet<>();
        first.path("properties").fieldNames().forEachRemaining(names::add);
        second.path("properties").fieldNames().forEachRemaining(names::add);
        if (!names.isEmpty()) {
            ObjectNode properties = result.putObject("properties");
            names.forEach(name -> properties.set(name, property(name, first, second)));
        }
        Set<JsonNode> required = new LinkedHashSet<>();
        first.path("required").forEach(required::add);
        Set<JsonNode> others = new LinkedHashSet<>();
        second.path("required").forEach(others::add);
        required.retainAll(others);
        if (!required.isEmpty()) {
            ArrayNode list = result.putArray("required");
            required.forEach(list::add);
        }
    }

    /** A property that one alternative does not name may be anything there. */
    private static ObjectNode property(String name, ObjectNode first, ObjectNode second) {
        JsonNode one = first.path("properties").path(name);
        JsonNode other = second.path("properties").path(name);
        if (one instanceof ObjectNode left && other instanceof ObjectNode right) {
            return of(left, right);
        }
        ObjectNode anything = JSON.objectNode();
        JsonNode text = (one.isObject() ? one : other).get("description");
        return text == null ? anything : anything.set("description", text);
    }

    private static void items(ObjectNode first, ObjectNode second, ObjectNode result) {
        boolean left = first.path("items").isObject();
        boolean right = second.path("items").isObject();
        if (left && right) {
            result.set("items", of((ObjectNode) first.get("items"), (ObjectNode) second.get("items")));
        } else if (left && !mayBe(second, "array")) {
            result.set("items", first.get("items"));
        } else if (right && !mayBe(first, "array")) {
            result.set("items", second.get("items"));
        }
    }

    private static boolean mayBe(ObjectNode schema, String type) {
        List<String> types = SchemaShape.types(schema);
        return types.isEmpty() || types.contains(type);
    }

    /** Only what a union can be made of: bounds and formats of one alternative are no concern of the others. */
    static ObjectNode unionable(ObjectNode schema) {
        ObjectNode kept = JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            if (Set.of("type", "enum", "description", "properties", "required", "items")
                    .contains(member.getKey())) {
                kept.set(member.getKey(), member.getValue());
            }
        }
        return kept;
    }
}
