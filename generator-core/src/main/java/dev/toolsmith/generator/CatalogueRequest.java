package dev.toolsmith.generator;

import java.nio.file.Path;
import java.util.List;

/**
 * Which tools are wanted of which description, as a user writes it. Nothing of it is checked yet.
 *
 * @param documents the files of the description, at least one; the first gives title, version and base URL
 * @param overlays the overlay files, applied in this order to all documents
 * @param app the word that stands in tool names and environment variables, such as {@code attio}
 * @param naming {@code operationId} or {@code path}
 * @param include names of the tools to keep, {@code *} for any characters; empty for all
 * @param exclude names of the tools to leave out, {@code *} for any characters
 */
public record CatalogueRequest(
        List<Path> documents,
        List<Path> overlays,
        String app,
        String naming,
        List<String> include,
        List<String> exclude) {

    public CatalogueRequest {
        documents = List.copyOf(documents);
        overlays = List.copyOf(overlays);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** All tools of one description that no overlay changes. */
    public static CatalogueRequest of(Path document, String app, String naming) {
        return new CatalogueRequest(List.of(document), List.of(), app, naming, List.of(), List.of());
    }
}
