package dev.toolsmith.generator;

import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.diagnose.Severity;
import dev.toolsmith.generator.write.WriteReport;
import java.util.List;

/**
 * What became of a request.
 *
 * @param outcome how it ended
 * @param app whose tools they are
 * @param tools how many tools there are now; 0 when it failed
 * @param diagnostics what was found on the way, in the order it was found; empty when nothing had to be done
 * @param written what happened to the files
 */
public record GeneratorResult(
        Outcome outcome, String app, int tools, List<Diagnostic> diagnostics, WriteReport written) {

    /** How a request can end. */
    public enum Outcome {
        /** The output folders hold what the description says. */
        GENERATED,
        /** They held it before: neither the inputs nor the outputs have changed since. */
        UP_TO_DATE,
        /** Nothing was written; the diagnostics say why. */
        FAILED
    }

    public GeneratorResult {
        diagnostics = List.copyOf(diagnostics);
    }

    static GeneratorResult generated(String app, int tools, List<Diagnostic> diagnostics, WriteReport written) {
        return new GeneratorResult(Outcome.GENERATED, app, tools, diagnostics, written);
    }

    static GeneratorResult upToDate(String app, int tools) {
        return new GeneratorResult(Outcome.UP_TO_DATE, app, tools, List.of(), WriteReport.NOTHING);
    }

    static GeneratorResult failed(String app, List<Diagnostic> diagnostics) {
        return new GeneratorResult(Outcome.FAILED, app, 0, diagnostics, WriteReport.NOTHING);
    }

    /** The outcome as one line of text. */
    public String summary() {
        return switch (outcome) {
            case GENERATED ->
                "toolsmith: %s has %s (files: %d created, %d changed, %d unchanged, %d deleted)"
                        .formatted(
                                app,
                                count(tools, "tool"),
                                written.created(),
                                written.changed(),
                                written.unchanged(),
                                written.deleted());
            case UP_TO_DATE -> "toolsmith: %s is up to date (%s)".formatted(app, count(tools, "tool"));
            case FAILED ->
                "toolsmith: %s was not generated: %s, %s"
                        .formatted(
                                app, count(found(Severity.ERROR), "error"), count(found(Severity.WARNING), "warning"));
        };
    }

    private int found(Severity severity) {
        return (int)
                diagnostics.stream().filter(each -> each.severity() == severity).count();
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
