package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An overlay document (OpenAPI Overlay 1.0) to its actions. */
final class OverlayReader {

    private final Diagnostics diagnostics;

    OverlayReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    List<OverlayAction> actions(String name, ObjectNode overlay) {
        SourcePointer at = new SourcePointer(name, "");
        String version = overlay.path("overlay").asText();
        if (!version.matches("1\\.\\d+(\\.\\d+)?")) {
            diagnostics.error(
                    "overlay-invalid",
                    at,
                    version.isEmpty()
                            ? "Not an overlay: 'overlay' is missing"
                            : "Overlay version '" + version + "' is not supported",
                    "Begin with 'overlay: 1.0.0'.");
            return List.of();
        }
        if (!overlay.path("actions").isArray()) {
            diagnostics.error("overlay-invalid", at, "The overlay has no array 'actions'", "Add 'actions'.");
            return List.of();
        }
        List<OverlayAction> actions = new ArrayList<>();
        int index = 0;
        for (JsonNode each : overlay.path("actions")) {
            action(at.member("actions").element(index++), each).ifPresent(actions::add);
        }
        return actions;
    }

    private Optional<OverlayAction> action(SourcePointer at, JsonNode action) {
        if (!action.path("target").isTextual()) {
            diagnostics.error("overlay-invalid", at, "The action has no 'target'", "Add a JSONPath as 'target'.");
            return Optional.empty();
        }
        boolean remove = action.path("remove").asBoolean(false);
        if (!remove && !action.has("update")) {
            diagnostics.error(
                    "overlay-invalid", at, "The action has neither 'update' nor 'remove: true'", "Add one of them.");
            return Optional.empty();
        }
        String target = action.path("target").textValue();
        boolean optional = action.path("x-toolsmith-optional").asBoolean(false);
        try {
            PathQuery query = PathParser.parse(target);
            return Optional.of(new OverlayAction(at, target, query, remove, action.path("update"), optional));
        } catch (PathSyntaxException e) {
            diagnostics.error(
                    "overlay-target-invalid",
                    at,
                    "The target '" + target + "' is no JSONPath: " + e.getMessage(),
                    "Write it by RFC 9535; names with other characters than letters, digits and '_' stand in brackets,"
                            + " as in $.paths['/things/{id}'].get.");
            return Optional.empty();
        }
    }
}
