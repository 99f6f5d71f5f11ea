package dev.toolsmith.platform.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for changes of a store, on threads that may wait. */
public final class Settled {

    private Settled() {}

    /** The value of a change once it is durable; throws what it failed with. */
    public static <T> T of(CompletableFuture<T> change) {
        try {
            return change.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
