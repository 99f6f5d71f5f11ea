package dev.toolsmith.runtime.upstream;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before a retry: 100 ms doubled each time, less up to half at random. */
final class Backoff {

    private static final long FIRST_MILLIS = 100;

    private Backoff() {}

    static Duration before(int retry) {
        long most = FIRST_MILLIS << retry;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }
}
