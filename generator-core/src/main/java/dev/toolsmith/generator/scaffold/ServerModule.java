package dev.toolsmith.generator.scaffold;

import dev.toolsmith.generator.tool.ToolName;
import java.util.List;
import java.util.Locale;

/**
 * What a new module is called and made of. All of it is known to be fit for a POM, a path and a program.
 *
 * @param app the word that stands in tool names and environment variables
 * @param groupId the Maven group
 * @param artifactId the Maven artifact, which names the folder, the jar and the server too
 * @param version the module's version
 * @param packageName the package of the generated classes and the test
 * @param naming {@code operationId} or {@code path}
 * @param toolsmith the version of the plugin and the libraries
 * @param specs the names of the description's files in {@code specs/}, in the order they are read
 */
public record ServerModule(
        String app,
        String groupId,
        String artifactId,
        String version,
        String packageName,
        String naming,
        String toolsmith,
        List<String> specs) {

    public ServerModule {
        if (!ToolName.isLegal(app)) {
            throw new IllegalArgumentException("Not an app: " + app);
        }
        for (String word : List.of(groupId, artifactId, version, packageName, naming, toolsmith)) {
            requireName(word);
        }
        specs = List.copyOf(specs);
        specs.forEach(ServerModule::requireName);
    }

    /** The file name under which a description is kept, whatever it was called. */
    public static String specName(String fileName) {
        String plain = fileName.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[._-]+", "");
        return plain.matches("[A-Za-z0-9].*") ? plain : "api-" + plain;
    }

    /** What environment variables of the server begin with. */
    String variablePrefix() {
        return app.toUpperCase(Locale.ROOT);
    }

    /** The overlay's file name in {@code specs/}. */
    String overlay() {
        return app + ".overlay.yaml";
    }

    /** The folder of the package, parts separated by {@code /}. */
    String packageFolder() {
        return packageName.replace('.', '/');
    }

    private static void requireName(String word) {
        if (!word.matches("[A-Za-z0-9_][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("Not a plain name: " + word);
        }
    }
}
