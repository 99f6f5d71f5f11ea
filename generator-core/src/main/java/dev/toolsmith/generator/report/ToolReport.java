package dev.toolsmith.generator.report;

import dev.toolsmith.generator.emit.HtmlReference;
import dev.toolsmith.generator.tool.ToolCatalog;

/** The tool reference for people with what each tool costs a model's context. */
public final class ToolReport {

    private ToolReport() {}

    /** One HTML page that needs nothing else, searchable without a server. */
    public static String html(ToolCatalog catalog) {
        return HtmlReference.of(catalog, ToolTokens.of(catalog));
    }
}
