package dev.toolsmith.runtime.view;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON without members that say nothing. */
public final class Pruned {

    private Pruned() {}

    /**
     * A copy without members of some names, and without members that are null or an empty list or object, at any depth. What
     * is empty only for that is kept, empty. Items of lists stay where they are.
     *
     * @param without names of members that are left out wherever they stand
     */
    public static JsonNode of(JsonNode value, Set<String> without) {
        if (value instanceof ObjectNode object) {
            ObjectNode kept = object.objectNode();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (!without.contains(member.getKey()) && says(member.getValue())) {
                    kept.set(member.getKey(), of(member.getValue(), without));
                }
            }
            return kept;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode kept = array.arrayNode();
            for (JsonNode item : array) {
                kept.add(of(item, without));
            }
            return kept;
        }
        return value;
    }

    private static boolean says(JsonNode value) {
        return !value.isNull() && !(value.isContainer() && value.isEmpty());
    }
}
