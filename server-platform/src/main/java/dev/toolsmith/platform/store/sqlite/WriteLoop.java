package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.store.StoreWrites;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** The thread that writes. While it commits, changes queue up; it takes all of them into its next commit. */
final class WriteLoop {

    /** Bounds how long one commit takes, and with it how long the first of its changes waits. */
    private static final int LARGEST = 1_000;

    private final Writer writer;
    private final BlockingQueue<Change<?>> queue = new LinkedBlockingQueue<>();
    private final Change<Boolean> last = new Change<>(writes -> true);
    private final Thread thread;
    private boolean isClosed;

    WriteLoop(Writer writer) {
        this.writer = writer;
        this.thread = new Thread(this::run, "store-writer");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    <T> CompletableFuture<T> add(Function<StoreWrites, T> function) {
        Change<T> change = new Change<>(function);
        synchronized (queue) {
            if (isClosed) {
                change.fail(new StoreException("The store is closed."));
            } else {
                queue.add(change);
            }
        }
        return change.future();
    }

    int waiting() {
        return queue.size();
    }

    private void run() {
        List<Change<?>> batch = new ArrayList<>();
        while (!batch.contains(last)) {
            batch.clear();
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                // Nobody may end this thread but close(): a continuation of a change has interrupted itself.
                continue;
            }
            queue.drainTo(batch, LARGEST - 1);
            writer.write(batch);
        }
        writer.close();
    }

    /** Finishes what was added, and ends the thread. */
    void close() {
        synchronized (queue) {
            if (!isClosed) {
                isClosed = true;
                queue.add(last);
            }
        }
        boolean isInterrupted = false;
        while (thread.isAlive() && thread != Thread.currentThread()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
