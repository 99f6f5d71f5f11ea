package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** A schema in a form that is equal for two schemas that take the same values and are written alike. */
final class ComparableSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> UNORDERED = Set.of("required", "type", "enum");

    private final ObjectNode root;
    private final Set<String> left;

    private ComparableSchema(ObjectNode root, Set<String> left) {
        this.root = root;
        this.left = left;
    }

    /** Without texts, references and order where it means nothing; what stands at the places left out is empty. */
    static JsonNode of(ObjectNode schema, List<String> leftOut) {
        return new ComparableSchema(schema, new HashSet<>(leftOut)).schema(schema, "");
    }

    private JsonNode schema(JsonNode node, String place) {
        if (!(node instanceof ObjectNode schema) || left.contains(place)) {
            return node.isObject() ? JSON.objectNode() : node;
        }
        if (schema.has("$ref")) {
            return schema(root.at(schema.get("$ref").textValue().substring(1)), place);
        }
        ObjectNode result = JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : members(schema).entrySet()) {
            keyword(member.getKey(), member.getValue(), place, result);
        }
        JsonNode branches = result.path("anyOf");
        if (result.size() == 1 && branches.size() == 1) {
            return branches.get(0);
        }
        return result;
    }

    private void keyword(String name, JsonNode value, String place, ObjectNode result) {
        if (name.equals("properties")) {
            ObjectNode properties = result.putObject(name);
            value.properties()
                    .forEach(each ->
                            properties.set(each.getKey(), schema(each.getValue(), place + "/" + each.getKey())));
        } else if (name.equals("items")) {
            result.set(name, schema(value, place + "/*"));
        } else if (SchemaKeywords.LIST.contains(name)) {
            result.set(name, sorted(value, place, true));
        } else if (UNORDERED.contains(name) && value.isArray()) {
            result.set(name, sorted(value, place, false));
        } else if (SchemaKeywords.SCHEMA.contains(name)) {
            result.set(name, schema(value, place));
        } else if (!name.equals("description") && !name.equals("title") && !name.equals("$defs")) {
            result.set(name, value);
        }
    }

    private static Map<String, JsonNode> members(JsonNode object) {
        Map<String, JsonNode> members = new TreeMap<>();
        object.properties().forEach(each -> members.put(each.getKey(), each.getValue()));
        return members;
    }

    private ArrayNode sorted(JsonNode list, String place, boolean schemas) {
        ArrayNode result = JSON.arrayNode();
        StreamSupport.stream(list.spliterator(), false)
                .map(each -> schemas ? schema(each, place) : each)
                .distinct()
                .sorted(Comparator.comparing(JsonNode::toString))
                .forEach(result::add);
        return result;
    }
}
