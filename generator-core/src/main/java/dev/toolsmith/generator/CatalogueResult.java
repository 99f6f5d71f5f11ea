package dev.toolsmith.generator;

import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.util.List;
import java.util.Optional;

/**
 * The tools that a description becomes.
 *
 * @param catalogue the tools; empty when the description cannot be read at all, or the request makes no sense
 * @param diagnostics what was found on the way, in the order it was found
 */
public record CatalogueResult(Optional<ToolCatalog> catalogue, List<Diagnostic> diagnostics) {

    public CatalogueResult {
        diagnostics = List.copyOf(diagnostics);
    }
}
