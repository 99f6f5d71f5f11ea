package dev.toolsmith.generator;

import dev.toolsmith.generator.compare.CatalogueComparison;
import dev.toolsmith.generator.compare.CatalogueDiff;
import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the tools of two descriptions, or of a description and what was generated before. */
public final class DescriptionComparison {

    private DescriptionComparison() {}

    /**
     * What changed. A side that names no app is of the app of the other side, where that one is read back from what was
     * generated. Never throws for what a user can mend.
     */
    public static ComparisonResult between(CatalogueRequest before, CatalogueRequest after) {
        boolean beforeFirst = CatalogueReader.bundle(before).isPresent();
        CatalogueRequest first = beforeFirst ? before : after;
        CatalogueRequest second = beforeFirst ? after : before;
        CatalogueResult read = CatalogueReader.read(first);
        if (read.catalogue().isEmpty() && second.app().isEmpty()) {
            return new ComparisonResult(Optional.empty(), read.diagnostics());
        }
        CatalogueResult other = CatalogueReader.read(ofApp(second, read));
        return beforeFirst ? between(read, other) : between(other, read);
    }

    private static ComparisonResult between(CatalogueResult old, CatalogueResult now) {
        Set<Diagnostic> found = new LinkedHashSet<>(old.diagnostics());
        found.addAll(now.diagnostics());
        Optional<CatalogueDiff> diff =
                old.catalogue().flatMap(from -> now.catalogue().map(to -> CatalogueComparison.between(from, to)));
        return new ComparisonResult(diff, List.copyOf(found));
    }

    private static CatalogueRequest ofApp(CatalogueRequest request, CatalogueResult other) {
        String app = request.app().isEmpty()
                ? other.catalogue().map(ToolCatalog::app).orElse("")
                : request.app();
        return new CatalogueRequest(
                request.documents(), request.overlays(), app, request.naming(), request.include(), request.exclude());
    }
}
