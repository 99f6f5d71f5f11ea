package dev.toolsmith.generator.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Puts what a schema may list in any order into one order. */
final class PlainOrder {

    private static final Set<String> UNORDERED = Set.of("required", "type", "enum", "allOf", "anyOf", "oneOf");

    private PlainOrder() {}

    static JsonNode of(JsonNode node) {
        return ordered("", node);
    }

    private static JsonNode ordered(String keyword, JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(each -> members.put(each.getKey(), ordered(each.getKey(), each.getValue())));
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            return result.setAll(members);
        }
        if (!node.isArray()) {
            return node;
        }
        Stream<JsonNode> elements =
                StreamSupport.stream(node.spliterator(), false).map(each -> ordered("", each));
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        (UNORDERED.contains(keyword) ? elements.sorted(Comparator.comparing(JsonNode::toString)) : elements)
                .forEach(result::add);
        return result;
    }
}
