package dev.toolsmith.it.rig;

import dev.toolsmith.it.Waiting;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A barrier in the stub: a request waits at it until it is released. */
final class Hold {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** Tells that a request has come, and keeps it. */
    void arriveAndWait() {
        arrived.countDown();
        await(released, "the release of a held request");
    }

    /** Waits for the first request to come. */
    void awaitArrival() {
        await(arrived, "a request at the barrier");
    }

    /** Whether a request has come. */
    boolean hasArrived() {
        return arrived.getCount() == 0;
    }

    /** Lets all requests go on, those that come later too. */
    void release() {
        released.countDown();
    }

    private static void await(CountDownLatch latch, String what) {
        try {
            if (!latch.await(Waiting.LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Did not come: " + what);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting: " + what, e);
        }
    }
}
