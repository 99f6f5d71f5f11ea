package dev.toolsmith.runtime.protocol;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Lets a user's agreement be used one time. Safe for many threads. */
public interface UsedStates {

    /**
     * Uses what a user agreed to, for the first and last time.
     *
     * @param mark which agreement it is
     * @param end until when it is good at all; it need not be remembered longer
     * @param now what time it is
     * @return completes with whether it may be used, once nobody can use it again; exceptionally when that cannot be kept
     */
    CompletableFuture<Boolean> use(byte[] mark, Instant end, Instant now);

    /** Remembers them as long as the process lives: 50,000, and lets none be used beyond them. */
    static UsedStates ofThisProcess() {
        return new RememberedStates();
    }
}
