package dev.toolsmith.runtime.context;

import dev.toolsmith.runtime.account.Fact;
import dev.toolsmith.runtime.bundle.BundleTools;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The caller that a contributor answers, for one question of it. */
public interface ContextScope {

    /** The tools that the caller is offered, of other APIs too: no text names any other. */
    BundleTools offered();

    /**
     * Something of the caller's account.
     *
     * @return completes normally, within a few seconds; empty where there is no account, or the fact cannot be known now
     */
    <T> CompletableFuture<Optional<T>> fact(Fact<T> fact);
}
