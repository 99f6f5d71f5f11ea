package dev.toolsmith.runtime.context;

import dev.toolsmith.runtime.account.FactReader;
import dev.toolsmith.runtime.bundle.BundleTools;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The caller that a contributor answers, for one question of it. */
public interface ContextScope {

    /** The tools that the caller is offered, of other APIs too: no text names any other. */
    BundleTools offered();

    /**
     * Gives what is known of the caller's account, or reads it, for this question; nothing more once its client has
     * cancelled it.
     *
     * @return empty where there is no account of which facts can be read
     */
    CompletableFuture<Optional<FactReader>> facts();

    /** Whether the caller is offered a tool. */
    default boolean offers(String tool) {
        return offered().find(tool).isPresent();
    }
}
