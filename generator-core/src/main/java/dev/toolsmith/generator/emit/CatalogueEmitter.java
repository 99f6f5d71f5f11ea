package dev.toolsmith.generator.emit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolHints;
import dev.toolsmith.generator.tool.ToolModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes what a server lists, finished to the byte, and the index of it. Both are written together, for the index
 * tells where in the catalogue each tool stands.
 */
final class CatalogueEmitter implements Emitter {

    private static final String BEGIN = "[\n";

    @Override
    public Stream<SourceFile> emit(ToolCatalog catalog) {
        List<String> listed = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        List<List<String>> most = catalog.auth();
        int offset = BEGIN.length();
        for (ToolModel tool : catalog.tools()) {
            String object = JsonText.of(listedObject(tool));
            int length = object.getBytes(StandardCharsets.UTF_8).length;
            listed.add(object);
            rows.add(JsonText.of(IndexRow.of(tool, most, offset, length)));
            offset += length + 2;
        }
        String folder = ResourcePaths.folder(catalog);
        return Stream.of(
                resource(folder + "catalogue.json", BEGIN + lines(listed) + "]\n"),
                resource(folder + "index.json", "{\"tools\":[\n" + lines(rows) + "]}\n"));
    }

    private static JsonNode listedObject(ToolModel tool) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("name", tool.name().value());
        object.put("title", tool.title());
        object.put("description", tool.description());
        object.set("inputSchema", tool.listed().node());
        object.set("annotations", annotations(tool.hints()));
        return object;
    }

    private static JsonNode annotations(ToolHints hints) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("readOnlyHint", hints.readOnly())
                .put("destructiveHint", hints.destructive())
                .put("idempotentHint", hints.idempotent())
                .put("openWorldHint", hints.openWorld());
    }

    private static String lines(List<String> objects) {
        return objects.isEmpty() ? "" : String.join(",\n", objects) + "\n";
    }

    private static SourceFile resource(String path, String text) {
        return new SourceFile(SourceFile.Kind.RESOURCE, path, text);
    }
}
