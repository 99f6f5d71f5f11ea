package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiDocument;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import java.util.List;

/**
 * One action of an overlay (OpenAPI Overlay 1.0, Action Object).
 *
 * @param at where the action stands
 * @param target the target as written
 * @param query the target
 * @param remove whether the targets are taken out
 * @param update what is merged into the targets, a missing node when they are taken out
 * @param optional whether it is well when nothing matches
 */
record OverlayAction(
        SourcePointer at, String target, PathQuery query, boolean remove, JsonNode update, boolean optional) {

    /** Changes the documents in place; a target must match in at least one of them. */
    void apply(List<ApiDocument> documents, Diagnostics diagnostics) {
        if (!remove) {
            createComponents(documents);
        }
        int matched = 0;
        for (ApiDocument document : documents) {
            List<PathMatch> matches = query.select(document.root(), document.root());
            matched += matches.size();
            matches.forEach(match -> apply(match, diagnostics));
        }
        if (matched == 0 && !optional) {
            diagnostics.error(
                    "overlay-target-unmatched",
                    at,
                    "The target " + target + " matches nothing",
                    "Correct the target, or add 'x-toolsmith-optional: true' to the action.");
        }
    }

    private void apply(PathMatch match, Diagnostics diagnostics) {
        if (remove) {
            match.remove();
        } else if (match.node() instanceof ArrayNode array) {
            array.add(update.deepCopy());
        } else if (match.node() instanceof ObjectNode object && update instanceof ObjectNode members) {
            merge(object, members);
        } else if (match.node().isValueNode() && update.isValueNode()) {
            match.replace(update);
        } else {
            diagnostics.error(
                    "overlay-update-mismatch",
                    at,
                    "The update of " + target + " does not fit: the target is " + kind(match.node()) + ", the update "
                            + kind(update),
                    "Update an object with an object, or remove the target first and update its parent.");
        }
    }

    /** {@code $.components} and {@code $.components.schemas} and the like come into being when no document has them. */
    private void createComponents(List<ApiDocument> documents) {
        List<String> names = query.names();
        boolean creatable =
                !names.isEmpty() && names.size() <= 2 && names.get(0).equals("components") && update.isObject();
        boolean present = documents.stream()
                .anyMatch(each -> !query.select(each.root(), each.root()).isEmpty());
        if (creatable && !present && documents.get(0).root() instanceof ObjectNode root) {
            ObjectNode parent = root;
            for (String name : names) {
                if (!parent.has(name)) {
                    parent.putObject(name);
                }
                if (!(parent.get(name) instanceof ObjectNode child)) {
                    return;
                }
                parent = child;
            }
        }
    }

    private static void merge(ObjectNode target, ObjectNode update) {
        update.properties().forEach(each -> {
            JsonNode old = target.path(each.getKey());
            if (old instanceof ObjectNode object && each.getValue() instanceof ObjectNode members) {
                merge(object, members);
            } else if (old instanceof ArrayNode array && each.getValue() instanceof ArrayNode elements) {
                elements.forEach(element -> array.add(element.deepCopy()));
            } else {
                target.set(each.getKey(), each.getValue().deepCopy());
            }
        });
    }

    private static String kind(JsonNode node) {
        return node.isObject() ? "an object" : node.isArray() ? "an array" : "a scalar";
    }
}
