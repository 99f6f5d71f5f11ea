package dev.toolsmith.generator;

import dev.toolsmith.generator.emit.EmitOptions;
import dev.toolsmith.generator.write.OutputFolders;

/**
 * A request that was checked, with the bytes of its files.
 *
 * @param inputs what the tools are made of
 * @param emit what generated code is called
 * @param output where files go
 * @param failOn from which severity on nothing is written
 * @param lock what was accepted before
 * @param fingerprint SHA-256 over everything that the generated files depend on but the lock
 */
record Generation(
        CatalogueInputs inputs,
        EmitOptions emit,
        OutputFolders output,
        FailOn failOn,
        LockCheck lock,
        String fingerprint) {

    /** What files are stamped with once the lock is as it is now. */
    String stamp() {
        return lock.stamp(fingerprint);
    }

    String app() {
        return inputs.plan().app();
    }
}
