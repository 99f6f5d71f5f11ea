package dev.toolsmith.platform.store;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;

/**
 * Keeps what is told to callers apart from changes of what they may be told. What is held in memory of a store changes
 * under it, once the change is durable and before it is acknowledged.
 */
public final class ChangeLock {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** Changes what is held in memory, while nothing is told. Never waits for more than what is being told. */
    public void change(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * Does something between changes: none of them takes effect, and so none is acknowledged, before it is done. It must
     * be short, and must change nothing that is held in memory.
     */
    public boolean between(BooleanSupplier task) {
        lock.readLock().lock();
        try {
            return task.getAsBoolean();
        } finally {
            lock.readLock().unlock();
        }
    }
}
