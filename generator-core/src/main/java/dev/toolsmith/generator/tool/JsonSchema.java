package dev.toolsmith.generator.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A self-contained JSON Schema 2020-12: every reference in it points into its own {@code $defs}.
 *
 * @param node the schema; never changed once it stands here
 */
public record JsonSchema(ObjectNode node) {

    /** The schema as compact JSON, members in the order the planner gave them. */
    public String toJson() {
        return node.toString();
    }
}
