package dev.toolsmith.it;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** How long the tests wait for something before they call it missing: far longer than it takes on a busy machine. */
public final class Waiting {

    /** The longest wait. */
    public static final Duration LONG = Duration.ofMinutes(2);

    private Waiting() {}

    /** The value of a future, or an error that says what did not come. */
    public static <T> T on(CompletableFuture<T> future, String what) {
        try {
            return future.get(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("Not within " + LONG.toSeconds() + " s: " + what, e);
        } catch (ExecutionException e) {
            throw new AssertionError(what + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting: " + what, e);
        }
    }

    /** Waits until something is so; an error says what did not come about. */
    public static void until(BooleanSupplier condition, String what) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + LONG.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(1_000_000);
            if (Thread.interrupted()) {
                throw new AssertionError("Interrupted while waiting: " + what);
            }
        }
    }
}
