package dev.toolsmith.generator.emit;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Follows references inside one schema.
 *
 * @param root what local references point into
 */
record SchemaTargets(JsonNode root) {

    private static final int LONGEST_CHAIN = 16;

    /** The schema that a chain of references ends at; the schema itself without one; missing when it leads nowhere. */
    JsonNode of(JsonNode schema) {
        JsonNode at = schema;
        for (int i = 0; at.path("$ref").isTextual(); i++) {
            String reference = at.path("$ref").asText();
            if (i == LONGEST_CHAIN || !reference.startsWith("#/")) {
                return MissingNode.getInstance();
            }
            at = root.at(JsonPointer.compile(reference.substring(1)));
        }
        return at;
    }
}
