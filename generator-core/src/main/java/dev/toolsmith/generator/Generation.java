package dev.toolsmith.generator;

import dev.toolsmith.generator.emit.EmitOptions;
import dev.toolsmith.generator.plan.PlanOptions;
import dev.toolsmith.generator.read.DescriptionSource;
import dev.toolsmith.generator.write.OutputFolders;
import java.util.List;

/**
 * A request that was checked, with the bytes of its files.
 *
 * @param documents the description
 * @param overlays the overlays, in the order they apply
 * @param plan what the user decides about tools
 * @param emit what generated code is called
 * @param output where files go
 * @param failOn from which severity on nothing is written
 * @param fingerprint SHA-256 over everything that the generated files depend on
 */
record Generation(
        List<DescriptionSource> documents,
        List<DescriptionSource> overlays,
        PlanOptions plan,
        EmitOptions emit,
        OutputFolders output,
        FailOn failOn,
        String fingerprint) {

    String app() {
        return plan.app();
    }
}
