package dev.toolsmith.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Knows whether the platform can do its work, by asking its parts, at most once in a second. */
public final class Readiness {

    private static final long FRESH_NANOS = 1_000_000_000L;

    private final Map<String, BooleanSupplier> parts;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Map<String, Boolean> answers;
    private volatile long asked = System.nanoTime() - 2 * FRESH_NANOS;
    private volatile boolean draining;

    /**
     * Ready when every part is.
     *
     * @param parts by name, in the order they are told; each may wait for a moment and throws nothing
     */
    public Readiness(Map<String, BooleanSupplier> parts) {
        this.parts = new LinkedHashMap<>(parts);
        Map<String, Boolean> unknown = new LinkedHashMap<>();
        parts.keySet().forEach(name -> unknown.put(name, false));
        this.answers = unknown;
    }

    /** From now on it is not ready, because it is about to end. */
    public void drain() {
        draining = true;
    }

    /** Which parts are well. One caller waits for them; others are told what was known last, first of all nothing good. */
    Map<String, Boolean> answers() {
        if (System.nanoTime() - asked > FRESH_NANOS && asking.tryLock()) {
            try {
                ask();
            } finally {
                asking.unlock();
            }
        }
        Map<String, Boolean> all = new LinkedHashMap<>();
        all.put("accepting", !draining);
        all.putAll(answers);
        return all;
    }

    private void ask() {
        Map<String, Boolean> fresh = new LinkedHashMap<>();
        parts.forEach((name, part) -> fresh.put(name, part.getAsBoolean()));
        answers = fresh;
        asked = System.nanoTime();
    }
}
