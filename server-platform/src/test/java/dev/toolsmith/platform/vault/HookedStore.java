package dev.toolsmith.platform.vault;

import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.store.StoreReads;
import dev.toolsmith.platform.store.StoreWrites;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A store beside which something happens between that it has been read and that what was read is used. */
public final class HookedStore implements Store {

    private final Store inner;
    private final Deque<Runnable> afterReads = new ArrayDeque<>();

    public HookedStore(Store inner) {
        this.inner = inner;
    }

    /** Adds what happens once, after the next read that nothing else waits for. */
    public void afterRead(Runnable step) {
        afterReads.add(step);
    }

    @Override
    public <T> CompletableFuture<T> write(Function<StoreWrites, T> change) {
        return inner.write(change);
    }

    @Override
    public <T> T read(Function<StoreReads, T> question) {
        T found = inner.read(question);
        Runnable step = afterReads.poll();
        if (step != null) {
            step.run();
        }
        return found;
    }

    @Override
    public void close() {
        inner.close();
    }
}
