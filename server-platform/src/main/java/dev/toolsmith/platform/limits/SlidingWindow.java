package dev.toolsmith.platform.limits;

import dev.toolsmith.runtime.tool.RateLimit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many calls pass in any span of a length. A bucket that fills again while it is emptied would let nearly twice
 * as many pass in the first span, which is what an API's own limit refuses.
 */
final class SlidingWindow {

    private final long[] passedAt;
    private final long span;
    private int oldest;
    private int passed;

    SlidingWindow(long calls, long spanNanos) {
        this.passedAt = new long[Math.toIntExact(calls)];
        this.span = spanNanos;
    }

    /** Lets a call pass, or tells what is left of the window; empty when it passed. */
    synchronized Optional<RateLimit> pass(long now) {
        forget(now);
        if (passed == passedAt.length) {
            return Optional.of(new RateLimit(passedAt.length, 0, seconds(passedAt[oldest] + span - now)));
        }
        passedAt[(oldest + passed) % passedAt.length] = now;
        passed++;
        return Optional.empty();
    }

    /** Gives back a call that was let pass last and was not made. */
    synchronized void back() {
        if (passed > 0) {
            passed--;
        }
    }

    private void forget(long now) {
        while (passed > 0 && now - passedAt[oldest] >= span) {
            oldest = (oldest + 1) % passedAt.length;
            passed--;
        }
    }

    static long seconds(long nanos) {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
    }
}
