package dev.toolsmith.generator.diagnose;

import dev.toolsmith.generator.api.SourcePointer;
import java.util.ArrayList;
import java.util.List;

/** Collects the findings of one run. Not thread-safe: a run has one thread. */
public final class Diagnostics {

    private final List<Diagnostic> found = new ArrayList<>();

    /** Reports something that leaves out the operation or argument at this place. */
    public void error(String code, SourcePointer at, String message, String hint) {
        found.add(new Diagnostic(Severity.ERROR, code, at, message, hint));
    }

    /** Reports something that may not be what the author meant. */
    public void warning(String code, SourcePointer at, String message, String hint) {
        found.add(new Diagnostic(Severity.WARNING, code, at, message, hint));
    }

    /** Reports something worth knowing. */
    public void info(String code, SourcePointer at, String message, String hint) {
        found.add(new Diagnostic(Severity.INFO, code, at, message, hint));
    }

    /** Takes over a finding of another run. */
    public void add(Diagnostic finding) {
        found.add(finding);
    }

    /** All findings so far, in the order they were reported. */
    public List<Diagnostic> all() {
        return List.copyOf(found);
    }

    /** Whether anything at least this bad was found. */
    public boolean has(Severity atLeast) {
        return found.stream().anyMatch(each -> each.severity().compareTo(atLeast) >= 0);
    }
}
