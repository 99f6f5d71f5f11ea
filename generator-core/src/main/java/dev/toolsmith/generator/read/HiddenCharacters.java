package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiDocument;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.VisibleText;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes characters that a reader does not see, but a model does, out of the texts of a document. */
final class HiddenCharacters {

    private static final Set<String> TEXTS = Set.of("description", "summary", "title", "note", "x-toolsmith-title");
    private static final Set<String> VALUES = Set.of("const", "default", "enum", "example", "examples");

    private final Diagnostics diagnostics;

    HiddenCharacters(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Changes the document's tree in place and warns of each text that was changed. */
    void strip(ApiDocument document) {
        strip(document.root(), new SourcePointer(document.name(), ""), false);
    }

    private void strip(JsonNode node, SourcePointer at, boolean keysAreNames) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> each : List.copyOf(object.properties())) {
                member(object, each.getKey(), each.getValue(), at, keysAreNames);
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                if (node.path(i).isContainerNode()) {
                    strip(node.path(i), at.element(i), false);
                }
            }
        }
    }

    private void member(ObjectNode owner, String key, JsonNode value, SourcePointer at, boolean keyIsName) {
        if (value.isContainerNode()) {
            if (keyIsName || !VALUES.contains(key)) {
                strip(value, at.member(key), !keyIsName && key.equals("properties"));
            }
        } else if (value.isTextual() && !keyIsName && TEXTS.contains(key)) {
            String visible = VisibleText.strip(value.textValue());
            if (!visible.equals(value.textValue())) {
                owner.put(key, visible);
                diagnostics.warning(
                        "hidden-characters",
                        at.member(key),
                        "The text has control, bidirectional or zero-width characters; they are removed",
                        "Remove them from the description.");
            }
        }
    }
}
