package dev.toolsmith.it;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How long the tests wait for something before they call it missing: far longer than it takes on a busy machine. */
final class Waiting {

    static final Duration LONG = Duration.ofMinutes(2);

    private Waiting() {}

    /** The value of a future, or an error that says what did not come. */
    static <T> T on(CompletableFuture<T> future, String what) {
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
}
