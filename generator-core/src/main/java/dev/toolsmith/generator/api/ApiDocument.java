package dev.toolsmith.generator.api;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One description document as a JSON tree, overlays applied. Local references resolve against it.
 *
 * @param name the document's file name, without folders
 * @param root the whole document; shared, never changed
 */
public record ApiDocument(String name, JsonNode root) {

    /** What stands at a JSON pointer (RFC 6901), if anything does. */
    public Optional<JsonNode> at(String pointer) {
        JsonNode found = root.at(JsonPointer.compile(pointer));
        return found.isMissingNode() ? Optional.empty() : Optional.of(found);
    }
}
