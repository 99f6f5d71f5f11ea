package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A value that a JSONPath query selected, and where it hangs.
 *
 * @param parent the object or array that holds it, a missing node for the root
 * @param key its key in an object, else empty
 * @param node the value
 */
@SuppressWarnings("ReferenceEquality") // equal values may stand at several places: only the very node is meant
record PathMatch(JsonNode parent, String key, JsonNode node) {

    /** Takes the value out of its parent; the root stays, and so does what is already gone. */
    void remove() {
        if (parent instanceof ObjectNode object) {
            if (object.get(key) == node) {
                object.remove(key);
            }
        } else if (parent instanceof ArrayNode array) {
            array.remove(indexIn(array));
        }
    }

    /** Puts another value in its place. */
    void replace(JsonNode value) {
        if (parent instanceof ObjectNode object) {
            object.set(key, value);
        } else if (parent instanceof ArrayNode array) {
            array.set(indexIn(array), value);
        }
    }

    private int indexIn(ArrayNode array) {
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) == node) {
                return i;
            }
        }
        return -1;
    }
}
