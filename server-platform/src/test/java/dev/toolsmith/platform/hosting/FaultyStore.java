package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.store.StoreReads;
import dev.toolsmith.platform.store.StoreWrites;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A store whose disk fails when a test says so. */
final class FaultyStore implements Store {

    private final Store inner;
    private volatile boolean broken;

    FaultyStore(Store inner) {
        this.inner = inner;
    }

    void breakDown() {
        broken = true;
    }

    void mend() {
        broken = false;
    }

    @Override
    public <T> CompletableFuture<T> write(Function<StoreWrites, T> change) {
        return broken ? CompletableFuture.failedFuture(new StoreException("The disk is full")) : inner.write(change);
    }

    @Override
    public <T> T read(Function<StoreReads, T> question) {
        return inner.read(question);
    }

    @Override
    public void close() {
        inner.close();
    }
}
