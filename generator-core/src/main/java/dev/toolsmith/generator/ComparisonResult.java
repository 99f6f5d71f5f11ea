package dev.toolsmith.generator;

import dev.toolsmith.generator.compare.CatalogueDiff;
import dev.toolsmith.generator.diagnose.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What comes of a comparison.
 *
 * @param diff what changed; empty when a side could not be read
 * @param diagnostics what was found on both sides, each finding once
 */
public record ComparisonResult(Optional<CatalogueDiff> diff, List<Diagnostic> diagnostics) {

    public ComparisonResult {
        diagnostics = List.copyOf(diagnostics);
    }
}
