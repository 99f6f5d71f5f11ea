package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.bundle.BundledTool;
import java.util.Optional;

/**
 * What belongs to one call rather than to the server that makes it.
 *
 * @param tool the tool that is called
 * @param credential whose account it is called for; empty for the one that the server's settings name
 * @param step stands around the sending, inside of the steps of the server's settings
 */
public record CallTerms(BundledTool tool, Optional<CredentialSupplier> credential, CallStep step) {

    /** The server's own account, and nothing around. */
    public static CallTerms of(BundledTool tool) {
        return new CallTerms(tool, Optional.empty(), (call, proceed) -> proceed.get());
    }
}
