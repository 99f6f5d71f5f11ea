package dev.toolsmith.generator;

import dev.toolsmith.generator.emit.ServerMain;
import dev.toolsmith.generator.write.OutputFolders;
import java.util.Optional;

/**
 * What is to be generated, as a user writes it. Nothing of it is checked yet.
 *
 * @param catalogue the tools that are wanted
 * @param packageName the package of the generated classes
 * @param main what a generated {@code Main} starts; empty when none is wanted
 * @param output where files go
 * @param failOn {@code error}, {@code warning} or {@code never}: from which severity on nothing is written
 */
public record GeneratorRequest(
        CatalogueRequest catalogue,
        String packageName,
        Optional<ServerMain> main,
        OutputFolders output,
        String failOn) {

    /** The word that stands in tool names and environment variables. */
    public String app() {
        return catalogue.app();
    }
}
