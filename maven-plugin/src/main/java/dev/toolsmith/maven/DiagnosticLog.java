package dev.toolsmith.maven;

import dev.toolsmith.generator.diagnose.Diagnostic;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Tells findings in Maven's log. */
final class DiagnosticLog {

    private DiagnosticLog() {}

    static void write(List<Diagnostic> diagnostics, Log log) {
        for (Diagnostic diagnostic : diagnostics) {
            switch (diagnostic.severity()) {
                case ERROR -> log.error(diagnostic.toText());
                case WARNING -> log.warn(diagnostic.toText());
                case INFO -> log.info(diagnostic.toText());
            }
        }
    }
}
