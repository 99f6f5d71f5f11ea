package dev.toolsmith.attio.workspace.values;

import dev.toolsmith.attio.workspace.facts.Attribute;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a call writes for one attribute.
 *
 * @param key what the call calls the attribute: its slug or UUID
 * @param attribute the attribute
 * @param value what is written; missing where the call has to write it, but does not
 */
record Written(String key, Attribute attribute, JsonNode value) {

    /** Whether it takes a value away, or there is none. */
    boolean isNothing() {
        return value.isMissingNode() || value.isNull() || (value.isArray() && value.isEmpty());
    }

    /** The single values, of which there is one when it is not an array. */
    List<JsonNode> elements() {
        return value.isArray() ? value.valueStream().toList() : isNothing() ? List.of() : List.of(value);
    }
}
