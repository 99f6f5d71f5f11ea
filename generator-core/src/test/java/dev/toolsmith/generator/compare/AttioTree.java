package dev.toolsmith.generator.compare;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.CatalogueRequest;
import dev.toolsmith.generator.CatalogueResult;
import dev.toolsmith.generator.ToolGenerator;
import dev.toolsmith.generator.api.ApiDescription;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.read.DescriptionReader;
import dev.toolsmith.generator.read.DescriptionSource;
import dev.toolsmith.generator.read.ReadLimits;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A description of Attio's API as a tree that tests edit, and the overlay that goes with it. */
final class AttioTree {

    private static final Path SPECS = Path.of("..", "specs", "attio");
    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode root;
    private String overlay;

    private AttioTree(ObjectNode root, String overlay) {
        this.root = root;
        this.overlay = overlay;
    }

    /** The description and the overlay that stand in the project. */
    static AttioTree ours() throws IOException {
        return of(SPECS.resolve("attio.openapi.yaml"));
    }

    /** Another description with the overlay that stands in the project. */
    static AttioTree of(Path file) throws IOException {
        DescriptionSource source = new DescriptionSource(file.getFileName().toString(), Files.readAllBytes(file));
        ApiDescription api = DescriptionReader.read(List.of(source), List.of(), ReadLimits.DEFAULTS, new Diagnostics())
                .orElseThrow();
        JsonNode root = api.operations().get(0).document().root();
        String overlay = Files.readString(SPECS.resolve("attio.overlay.yaml"));
        return new AttioTree(root.deepCopy(), everyActionOptional(overlay));
    }

    /** A mutation may take away what an action is about, which is to be judged, not to be refused as an error. */
    private static String everyActionOptional(String overlay) {
        return overlay.replaceAll("\n    x-toolsmith-optional: true", "")
                .replaceAll("\n( {2}- target: .*)", "\n$1\n    x-toolsmith-optional: true");
    }

    AttioTree copy() {
        return new AttioTree(root.deepCopy(), overlay);
    }

    AttioTree with(ObjectNode other) {
        return new AttioTree(other, overlay);
    }

    AttioTree withoutOverlay() {
        return new AttioTree(root, "overlay: 1.0.0\ninfo: {title: None, version: 1.0.0}\nactions: []\n");
    }

    ObjectNode root() {
        return root;
    }

    void editOverlay(String before, String after) {
        if (!overlay.contains(before)) {
            throw new AssertionError("Not in the overlay: " + before);
        }
        overlay = overlay.replace(before, after);
    }

    /** {@code @operationId/…}, {@code #Schema/…}, {@code !parameter/…} or a pointer from the top, as that pointer. */
    JsonPointer place(String text) {
        if (text.startsWith("#")) {
            return JsonPointer.compile("/components/schemas/" + text.substring(1));
        }
        if (text.startsWith("!")) {
            return JsonPointer.compile("/components/parameters/" + text.substring(1));
        }
        if (!text.startsWith("@")) {
            return JsonPointer.compile(text);
        }
        int end = text.indexOf('/') < 0 ? text.length() : text.indexOf('/');
        return operation(text.substring(1, end)).append(JsonPointer.compile(text.substring(end)));
    }

    private JsonPointer operation(String operationId) {
        for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (method.getValue().path("operationId").asText().equals(operationId)) {
                    return JsonPointer.empty()
                            .appendProperty("paths")
                            .appendProperty(path.getKey())
                            .appendProperty(method.getKey());
                }
            }
        }
        throw new AssertionError("No operation " + operationId);
    }

    JsonNode at(JsonPointer place) {
        JsonNode found = root.at(place);
        if (found.isMissingNode()) {
            throw new AssertionError("Nothing at " + place);
        }
        return found;
    }

    void remove(JsonPointer place) {
        at(place);
        JsonNode parent = at(place.head());
        if (parent instanceof ObjectNode object) {
            object.remove(place.last().getMatchingProperty());
        } else {
            ((ArrayNode) parent).remove(place.last().getMatchingIndex());
        }
    }

    void set(JsonPointer place, JsonNode value) {
        if (value.equals(root.at(place))) {
            throw new AssertionError("Already so: " + place);
        }
        JsonNode parent = at(place.head());
        if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), value);
        } else {
            ((ArrayNode) parent).set(place.last().getMatchingIndex(), value);
        }
    }

    void add(JsonPointer place, JsonNode value) {
        ((ArrayNode) at(place)).add(value);
    }

    void drop(JsonPointer place, JsonNode value) {
        ArrayNode list = (ArrayNode) at(place);
        for (int index = 0; index < list.size(); index++) {
            if (list.get(index).equals(value)) {
                list.remove(index);
                return;
            }
        }
        throw new AssertionError("No " + value + " at " + place);
    }

    /** Gives a member another name and leaves it where it stands. */
    void rename(JsonPointer place, String name) {
        at(place);
        ObjectNode parent = (ObjectNode) at(place.head());
        List<Map.Entry<String, JsonNode>> members =
                new ArrayList<>(parent.deepCopy().properties());
        parent.removeAll();
        String old = place.last().getMatchingProperty();
        members.forEach(each -> parent.set(each.getKey().equals(old) ? name : each.getKey(), each.getValue()));
    }

    /** Writes both files. */
    CatalogueRequest request(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path description = folder.resolve("attio.openapi.json");
        Path actions = folder.resolve("attio.overlay.yaml");
        Files.write(description, JSON.writeValueAsBytes(root));
        Files.writeString(actions, overlay);
        return new CatalogueRequest(List.of(description), List.of(actions), "attio", "path", List.of(), List.of());
    }

    ToolCatalog catalogue(Path folder) throws IOException {
        CatalogueResult result = ToolGenerator.catalogue(request(folder));
        return result.catalogue()
                .orElseThrow(() -> new AssertionError(result.diagnostics().toString()));
    }
}
