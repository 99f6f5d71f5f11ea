package dev.toolsmith.sandbox.model;

import java.time.Duration;
import java.time.Instant;

/** A clock that stands still but for writes, each of which moves it on by one second. */
public final class LogicalClock {
    private static final Duration STEP = Duration.ofSeconds(1);

    private Instant now;

    public LogicalClock(Instant start) {
        this.now = start;
    }

    /** The moment of the last write. */
    public Instant now() {
        return now;
    }

    /** Moves on by one step and returns the new moment. */
    public Instant tick() {
        now = now.plus(STEP);
        return now;
    }

    /** Moves forward to a moment; one that has passed changes nothing. */
    public void advanceTo(Instant moment) {
        if (moment.isAfter(now)) {
            now = moment;
        }
    }
}
