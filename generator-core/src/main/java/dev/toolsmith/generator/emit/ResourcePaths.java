package dev.toolsmith.generator.emit;

import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolName;

/** Where the resources of a bundle stand. */
final class ResourcePaths {

    private ResourcePaths() {}

    /** The folder of a bundle, with a slash at the end. */
    static String folder(ToolCatalog catalog) {
        return "META-INF/toolsmith/" + catalog.app() + "/";
    }

    static String inputSchema(ToolCatalog catalog, ToolName tool) {
        return folder(catalog) + "schemas/" + tool + ".json";
    }

    static String outputSchema(ToolCatalog catalog, ToolName tool) {
        return folder(catalog) + "outputs/" + tool + ".json";
    }
}
