package dev.toolsmith.runtime.tool;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Those who want to hear that a list of tools has become another. Safe for many threads. */
public final class ListChanges {

    private final Map<Object, Runnable> listeners = new ConcurrentHashMap<>();
    private final AtomicBoolean unheard = new AtomicBoolean();

    /** Ends a listener's listening. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {

        @Override
        void close();
    }

    /** Tells a listener of every change from now on, until the listening is closed. It must be quick. */
    public Listening listen(Runnable listener) {
        Object key = new Object();
        listeners.put(key, listener);
        if (unheard.compareAndSet(true, false)) {
            listener.run();
        }
        return () -> listeners.remove(key);
    }

    /** Tells all listeners that the list is another now. */
    public void changed() {
        listeners.values().forEach(Runnable::run);
    }

    /**
     * Tells all listeners that the list is another now than one that was told already. When there are none, the next one is
     * told as soon as it listens, unless the list is asked for again before.
     */
    public void changedSinceListed() {
        if (listeners.isEmpty()) {
            unheard.set(true);
        }
        if (!listeners.isEmpty()) {
            unheard.set(false);
            changed();
        }
    }

    /** The list is being asked for: what changed before need not be told. */
    public void listed() {
        unheard.set(false);
    }
}
