package dev.toolsmith.platform.store;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Where the platform keeps what it must not lose. Changes are made one after the other and become durable together;
 * many threads may use it at once.
 */
public interface Store extends AutoCloseable {

    /**
     * Makes a change, all of it or nothing.
     *
     * @param change reads and writes as it likes; does nothing else, and does not wait for anything
     * @return completes with what the change returned, once it is durable; exceptionally with what the change threw, or
     *     with {@link StoreException} when it could not be made durable. What depends on it completing runs on the
     *     store's own thread, in the order of the changes, and must be short.
     */
    <T> CompletableFuture<T> write(Function<StoreWrites, T> change);

    /**
     * Answers a question from what is durable now.
     *
     * @throws StoreException when it cannot be read
     */
    <T> T read(Function<StoreReads, T> question);

    /** Finishes the changes under way, and closes. */
    @Override
    void close();
}
