package dev.toolsmith.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Knows whether the platform can do its work, by asking its parts, at most once in a second. */
public final class Readiness {

    private static final long FRESH_NANOS = 1_000_000_000L;

    private final Map<String, BooleanSupplier> parts;
    private Map<String, Boolean> answers = Map.of();
    private long asked;
    private volatile boolean draining;

    /**
     * Ready when every part is.
     *
     * @param parts by name, in the order they are told; each may wait for a moment and throws nothing
     */
    public Readiness(Map<String, BooleanSupplier> parts) {
        this.parts = new LinkedHashMap<>(parts);
    }

    /** From now on it is not ready, because it is about to end. */
    public void drain() {
        draining = true;
    }

    /** Which parts are well. */
    synchronized Map<String, Boolean> answers() {
        if (answers.isEmpty() || System.nanoTime() - asked > FRESH_NANOS) {
            Map<String, Boolean> fresh = new LinkedHashMap<>();
            parts.forEach((name, part) -> fresh.put(name, part.getAsBoolean()));
            answers = fresh;
            asked = System.nanoTime();
        }
        Map<String, Boolean> all = new LinkedHashMap<>();
        all.put("accepting", !draining);
        all.putAll(answers);
        return all;
    }
}
