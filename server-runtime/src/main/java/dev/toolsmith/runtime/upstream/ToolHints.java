package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.json.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/**
 * What a tool's finished object says of it (MCP 2025-11-25 and 2026-07-28, Tool and ToolAnnotations).
 *
 * @param title what people call the tool
 * @param destructive whether it may delete or overwrite something
 */
record ToolHints(String title, boolean destructive) {

    /** Reads them from the tool's bundle. */
    static ToolHints of(BundledTool tool) {
        JsonNode listed = JsonTree.read(bytes(tool));
        JsonNode annotations = listed.path("annotations");
        boolean reads = annotations.path("readOnlyHint").asBoolean(false);
        return new ToolHints(
                listed.path("title").asString(tool.name()),
                !reads && annotations.path("destructiveHint").asBoolean(true));
    }

    private static byte[] bytes(BundledTool tool) {
        try (InputStream catalogue = tool.bundle().open("catalogue.json")) {
            catalogue.skipNBytes(tool.descriptor().listedOffset());
            return catalogue.readNBytes(tool.descriptor().listedLength());
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue of the bundle cannot be read", e);
        }
    }
}
