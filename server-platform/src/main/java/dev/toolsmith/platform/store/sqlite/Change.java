package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.store.StoreWrites;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One change that waits to be made, and who waits for it. */
final class Change<T> {

    private final Function<StoreWrites, T> function;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable failure;

    Change(Function<StoreWrites, T> function) {
        this.function = function;
    }

    CompletableFuture<T> future() {
        return future;
    }

    /** Makes it; what it threw means that it is to be undone. */
    Optional<Throwable> make(StoreWrites writes) {
        try {
            result = function.apply(writes);
            return Optional.empty();
        } catch (Throwable e) {
            failure = Failures.translated("The change cannot be made", e);
            return Optional.of(failure);
        }
    }

    /** It is durable, or undone. */
    @SuppressWarnings("NullAway") // A change may return null, which its caller then expects.
    void complete() {
        if (failure != null) {
            future.completeExceptionally(failure);
        } else {
            future.complete(result);
        }
    }

    void fail(StoreException e) {
        future.completeExceptionally(e);
    }
}
