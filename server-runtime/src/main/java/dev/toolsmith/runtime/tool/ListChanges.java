package dev.toolsmith.runtime.tool;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Those who want to hear that a list of tools has become another, as one caller of the list sees it. Safe for many
 * threads.
 */
public final class ListChanges {

    private final Map<Object, Runnable> listeners;
    private final AtomicLong made;
    private final AtomicLong listed = new AtomicLong();

    /** Of a list whose callers are not told apart. */
    public ListChanges() {
        this(new ConcurrentHashMap<>(), new AtomicLong());
    }

    private ListChanges(Map<Object, Runnable> listeners, AtomicLong made) {
        this.listeners = listeners;
        this.made = made;
    }

    /** Ends a listener's listening. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {

        @Override
        void close();
    }

    /** The changes of the same list for one more caller, who has not asked for the list yet. */
    public ListChanges ofCaller() {
        return new ListChanges(listeners, made);
    }

    /**
     * Tells a listener of every change from now on, until the listening is closed; and at once of one that was made since
     * this caller asked for the list. It must be quick.
     */
    public Listening listen(Runnable listener) {
        Object key = new Object();
        listeners.put(key, listener);
        if (made.get() > listed.get()) {
            listener.run();
        }
        return () -> listeners.remove(key);
    }

    /** Tells all listeners that the list is another now. */
    public void changed() {
        listeners.values().forEach(Runnable::run);
    }

    /**
     * Tells all listeners that the list is another now than one that was told already; callers that do not listen are told
     * as soon as they do, unless they ask for the list before.
     */
    public void changedSinceListed() {
        made.incrementAndGet();
        changed();
    }

    /** The caller is asking for the list: what changed before need not be told. */
    public void listed() {
        listed.set(made.get());
    }
}
