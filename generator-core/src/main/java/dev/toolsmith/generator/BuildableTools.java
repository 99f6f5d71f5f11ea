package dev.toolsmith.generator;

import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.Severity;
import dev.toolsmith.generator.plan.PlanOptions;
import dev.toolsmith.generator.read.DescriptionSource;
import dev.toolsmith.generator.read.OperationUses;
import dev.toolsmith.generator.read.ReadLimits;
import dev.toolsmith.generator.scaffold.ErrorAnswers;
import dev.toolsmith.generator.scaffold.OverlayStub;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tools of a description that build without an error, and the overlay that makes it so.
 *
 * @param catalogue the tools
 * @param overlay the text of the overlay: the tools' names, and what is left out
 * @param leftOut what became no tool and why, a line each
 */
record BuildableTools(ToolCatalog catalogue, String overlay, List<String> leftOut) {

    BuildableTools {
        leftOut = List.copyOf(leftOut);
    }

    /** Looks for the overlay; empty, and reported, when no overlay makes the description build. */
    static Optional<BuildableTools> of(List<DescriptionSource> documents, PlanOptions plan, Diagnostics diagnostics) {
        ErrorAnswers answers = new ErrorAnswers();
        OperationUses uses = new OperationUses(documents, ReadLimits.DEFAULTS);
        Set<Diagnostic> findings = new LinkedHashSet<>();
        Optional<String> overlay = Optional.empty();
        while (true) {
            Diagnostics found = new Diagnostics();
            Optional<ToolCatalog> tools = inputs(documents, overlay, plan).catalogue(found);
            findings.addAll(found.all());
            if (tools.isEmpty() || !isAnswered(found, answers, uses)) {
                findings.forEach(diagnostics::add);
                return Optional.empty();
            }
            Optional<String> next = Optional.of(OverlayStub.of(tools.get().title(), tools.get(), answers));
            if (next.equals(overlay) && !found.has(Severity.ERROR)) {
                found.all().forEach(diagnostics::add);
                return Optional.of(new BuildableTools(tools.get(), next.get(), answers.leftOut()));
            }
            overlay = next;
        }
    }

    /** Whether there is no error, or at least one that the next overlay does something about. */
    private static boolean isAnswered(Diagnostics found, ErrorAnswers answers, OperationUses uses) {
        boolean progress = false;
        for (Diagnostic each : found.all()) {
            progress |= each.severity() == Severity.ERROR && answers.take(each, uses::of);
        }
        return progress || !found.has(Severity.ERROR);
    }

    private static CatalogueInputs inputs(
            List<DescriptionSource> documents, Optional<String> overlay, PlanOptions plan) {
        List<DescriptionSource> overlays = overlay.stream()
                .map(text -> new DescriptionSource("overlay.yaml", text.getBytes(StandardCharsets.UTF_8)))
                .toList();
        return new CatalogueInputs(documents, overlays, plan);
    }
}
