package dev.toolsmith.generator;

import dev.toolsmith.generator.emit.ServerMain;
import dev.toolsmith.generator.write.OutputFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be generated, as a user writes it. Nothing of it is checked yet.
 *
 * @param documents the files of the description, at least one; the first gives title, version and base URL
 * @param overlays the overlay files, applied in this order to all documents
 * @param app the word that stands in tool names and environment variables, such as {@code attio}
 * @param packageName the package of the generated classes
 * @param naming {@code operationId} or {@code path}
 * @param include names of the tools to keep, {@code *} for any characters; empty for all
 * @param exclude names of the tools to leave out, {@code *} for any characters
 * @param main what a generated {@code Main} starts; empty when none is wanted
 * @param output where files go
 * @param failOn {@code error}, {@code warning} or {@code never}: from which severity on nothing is written
 */
public record GeneratorRequest(
        List<Path> documents,
        List<Path> overlays,
        String app,
        String packageName,
        String naming,
        List<String> include,
        List<String> exclude,
        Optional<ServerMain> main,
        OutputFolders output,
        String failOn) {

    public GeneratorRequest {
        documents = List.copyOf(documents);
        overlays = List.copyOf(overlays);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }
}
