package dev.toolsmith.runtime.upstream;

/** Allows one retry for every ten calls, and a few at once after a quiet time. */
final class RetryBudget {

    private static final int CALLS_PER_RETRY = 10;
    private static final int MOST = 20 * CALLS_PER_RETRY;

    private int credit = MOST;

    synchronized void called() {
        credit = Math.min(MOST, credit + 1);
    }

    synchronized boolean takeRetry() {
        if (credit < CALLS_PER_RETRY) {
            return false;
        }
        credit -= CALLS_PER_RETRY;
        return true;
    }
}
