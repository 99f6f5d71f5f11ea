package dev.toolsmith.generator.plan;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is found while one tool is planned. Several tools of one operation find the same things; each is reported once.
 */
final class Findings {

    private final Diagnostics diagnostics;
    private final Set<List<Object>> reported;
    private boolean rejected;

    private Findings(Diagnostics diagnostics, Set<List<Object>> reported) {
        this.diagnostics = diagnostics;
        this.reported = reported;
    }

    static Findings into(Diagnostics diagnostics) {
        return new Findings(diagnostics, new HashSet<>());
    }

    /** Findings about another tool, which share the memory of what was reported. */
    Findings forNextTool() {
        return new Findings(diagnostics, reported);
    }

    /** Reports an error that leaves out the tool. */
    void reject(String code, SourcePointer at, String message, String hint) {
        rejected = true;
        error(code, at, message, hint);
    }

    /** Reports an error that leaves out a part of the tool. */
    void error(String code, SourcePointer at, String message, String hint) {
        if (reported.add(List.of(code, at, message))) {
            diagnostics.error(code, at, message, hint);
        }
    }

    void warning(String code, SourcePointer at, String message, String hint) {
        if (reported.add(List.of(code, at, message))) {
            diagnostics.warning(code, at, message, hint);
        }
    }

    void info(String code, SourcePointer at, String message, String hint) {
        if (reported.add(List.of(code, at, message))) {
            diagnostics.info(code, at, message, hint);
        }
    }

    boolean isRejected() {
        return rejected;
    }
}
