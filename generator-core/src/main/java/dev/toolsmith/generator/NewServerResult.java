package dev.toolsmith.generator;

import dev.toolsmith.generator.diagnose.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of a request for a new module.
 *
 * @param made the module; empty when nothing was written, and the diagnostics say why
 * @param diagnostics what was found on the way
 */
public record NewServerResult(Optional<Made> made, List<Diagnostic> diagnostics) {

    public NewServerResult {
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * A module that was written.
     *
     * @param folder where it is
     * @param app the word that stands in its tool names and variables
     * @param artifactId what its jar is called
     * @param variables the environment variables that its server must be given, if any
     * @param tools how many tools it has
     * @param leftOut the lines that say what became no tool, and why
     */
    public record Made(
            Path folder, String app, String artifactId, List<String> variables, int tools, List<String> leftOut) {

        public Made {
            variables = List.copyOf(variables);
            leftOut = List.copyOf(leftOut);
        }
    }
}
