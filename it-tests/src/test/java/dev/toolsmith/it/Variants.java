package dev.toolsmith.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of a value when one place in it is changed. */
final class Variants {

    private static final List<String> OTHERS = List.of(
            "null",
            "true",
            "0",
            "7.5",
            "\"x\"",
            "\"\"",
            "[]",
            "[\"x\"]",
            "[[]]",
            "{}",
            "{\"x\":1}",
            "[{\"x\":[null]}]");

    private Variants() {}

    /** Every value that differs in one place: another value there, nothing, or one property more. */
    static List<JsonNode> of(JsonNode value) {
        List<JsonNode> variants = new ArrayList<>();
        OTHERS.forEach(other -> variants.add(Json.parse(other)));
        if (value instanceof ObjectNode object) {
            variants.add(object.deepCopy().put("added", 1));
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                variants.add(RefusedCall.without(object, property.getKey()));
                for (JsonNode inner : of(property.getValue())) {
                    ObjectNode changed = object.deepCopy();
                    changed.set(property.getKey(), inner);
                    variants.add(changed);
                }
            }
        }
        if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                for (JsonNode inner : of(array.get(i))) {
                    ArrayNode changed = array.deepCopy();
                    changed.set(i, inner);
                    variants.add(changed);
                }
            }
        }
        return variants;
    }
}
