package dev.toolsmith.platform.access;

import dev.toolsmith.platform.model.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets each e-mail address and each network address fail a few times only. Forgets the oldest when there are many. */
final class SignInLimit {

    private static final int FAILURES = 5;
    private static final Duration WITHIN = Duration.ofMinutes(15);
    private static final int KEPT = 10_000;

    private final Map<String, Deque<Instant>> attempts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * Counts an attempt before it is looked at, so that many at once are not more than many one after the other.
     *
     * @throws ProblemException 429 when there were too many failures
     */
    synchronized void begin(String email, String address, Instant now) {
        Deque<Instant> byEmail = recent("e " + email, now);
        Deque<Instant> byAddress = recent("a " + address, now);
        if (byEmail.size() >= FAILURES || byAddress.size() >= FAILURES) {
            throw ProblemException.of(
                    429,
                    "too_many_attempts",
                    "That failed " + FAILURES + " times. Wait " + WITHIN.toMinutes() + " minutes, then try again.",
                    "");
        }
        byEmail.add(now);
        byAddress.add(now);
    }

    /** The attempt was no failure, and what failed before was a slip. */
    synchronized void succeeded(String email, String address) {
        attempts.remove("e " + email);
        attempts.remove("a " + address);
    }

    /** How many e-mail and network addresses are remembered. */
    synchronized int size() {
        return attempts.size();
    }

    private Deque<Instant> recent(String key, Instant now) {
        Deque<Instant> times = attempts.remove(key);
        if (times == null) {
            times = new ArrayDeque<>();
        }
        // Puts it behind the others: what is used is not the eldest.
        attempts.put(key, times);
        Instant since = now.minus(WITHIN);
        times.removeIf(time -> !time.isAfter(since));
        return times;
    }
}
