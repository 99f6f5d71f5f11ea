package dev.toolsmith.runtime.upstream;

import java.util.Optional;

/** Gives the credential of an API's account, asked anew for every call. */
@FunctionalInterface
public interface CredentialSupplier {

    /** The credential; empty when none is known, which refuses calls of APIs that ask for one. */
    Optional<Secret> credential();
}
