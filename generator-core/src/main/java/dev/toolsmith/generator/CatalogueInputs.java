package dev.toolsmith.generator;

import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.plan.PlanOptions;
import dev.toolsmith.generator.plan.ToolPlanner;
import dev.toolsmith.generator.read.DescriptionReader;
import dev.toolsmith.generator.read.DescriptionSource;
import dev.toolsmith.generator.read.ReadLimits;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.util.List;
import java.util.Optional;

/**
 * A request for tools that was checked, with the bytes of its files.
 *
 * @param documents the description
 * @param overlays the overlays, in the order they apply
 * @param plan what the user decides about tools
 */
record CatalogueInputs(List<DescriptionSource> documents, List<DescriptionSource> overlays, PlanOptions plan) {

    /** The tools; empty when the description cannot be read, which is then reported. */
    Optional<ToolCatalog> catalogue(Diagnostics diagnostics) {
        return DescriptionReader.read(documents, overlays, ReadLimits.DEFAULTS, diagnostics)
                .map(api -> ToolPlanner.plan(api, plan, diagnostics));
    }
}
