package dev.toolsmith.generator;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A module that is wanted for the server of an API, as a user writes it. Nothing of it is checked yet.
 *
 * @param documents the files of the description, at least one; the first gives title, version and base URL
 * @param app the word that stands in tool names and environment variables; from the title when it is empty
 * @param naming {@code operationId} or {@code path}: how tools are named at first
 * @param parent the folder in which the module's is made when {@code folder} is empty
 * @param folder the module's folder; named like the artifact when it is empty
 * @param groupId the Maven group
 * @param artifactId the Maven artifact and the server's name; from the app when it is empty
 * @param version the module's version
 * @param packageName the package of the generated classes; from group and app when it is empty
 * @param toolsmith the version of Toolsmith that the module uses
 * @param overwrite whether files that stand in the folder may be replaced
 */
public record NewServerRequest(
        List<Path> documents,
        Optional<String> app,
        String naming,
        Path parent,
        Optional<Path> folder,
        String groupId,
        Optional<String> artifactId,
        String version,
        Optional<String> packageName,
        String toolsmith,
        boolean overwrite) {

    public NewServerRequest {
        documents = List.copyOf(documents);
    }
}
