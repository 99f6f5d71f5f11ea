package dev.toolsmith.runtime.tool;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Those who want to hear that a list of tools has become another. Safe for many threads. */
public final class ListChanges {

    private final Map<Object, Runnable> listeners = new ConcurrentHashMap<>();

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
        return () -> listeners.remove(key);
    }

    /** Tells all listeners that the list is another now. */
    public void changed() {
        listeners.values().forEach(Runnable::run);
    }
}
