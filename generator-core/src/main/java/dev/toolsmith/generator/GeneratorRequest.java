package dev.toolsmith.generator;

import dev.toolsmith.generator.emit.ServerMain;
import dev.toolsmith.generator.write.OutputFolders;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be generated, as a user writes it. Nothing of it is checked yet.
 *
 * @param catalogue the tools that are wanted
 * @param packageName the package of the generated classes
 * @param main what a generated {@code Main} starts; empty when none is wanted
 * @param output where files go
 * @param failOn {@code error}, {@code warning} or {@code never}: from which severity on nothing is written
 * @param lock the file of the tools that were accepted, which need not be there yet; empty when every change is taken
 * @param accept whether the tools are accepted as they come, and the lock says so from then on
 */
public record GeneratorRequest(
        CatalogueRequest catalogue,
        String packageName,
        Optional<ServerMain> main,
        OutputFolders output,
        String failOn,
        Optional<Path> lock,
        boolean accept) {

    /** A request without a lock: every change of the tools is taken. */
    public GeneratorRequest(
            CatalogueRequest catalogue,
            String packageName,
            Optional<ServerMain> main,
            OutputFolders output,
            String failOn) {
        this(catalogue, packageName, main, output, failOn, Optional.empty(), false);
    }

    /** The word that stands in tool names and environment variables. */
    public String app() {
        return catalogue.app();
    }
}
