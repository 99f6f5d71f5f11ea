package dev.toolsmith.platform.access;

import dev.toolsmith.platform.model.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets an e-mail address fail a few times only from one network address, more often from all together, so that a stranger
 * who fails on purpose does not lock its owner out. Forgets the oldest when there are many.
 */
final class SignInLimit {

    private static final int OF_BOTH = 5;
    private static final int OF_ADDRESS = 20;
    private static final int OF_EMAIL = 100;
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
        Deque<Instant> byBoth = recent(both(email, address), now);
        Deque<Instant> byAddress = recent("a " + address, now);
        Deque<Instant> byEmail = recent("e " + email, now);
        if (byBoth.size() >= OF_BOTH || byAddress.size() >= OF_ADDRESS || byEmail.size() >= OF_EMAIL) {
            throw ProblemException.of(
                    429,
                    "too_many_attempts",
                    "That failed too often. Wait " + WITHIN.toMinutes() + " minutes, then try again.",
                    "");
        }
        byBoth.add(now);
        byAddress.add(now);
        byEmail.add(now);
    }

    /** The attempt was no failure, and what failed before from this network address was a slip. */
    synchronized void succeeded(String email, String address) {
        attempts.remove(both(email, address));
        attempts.remove("a " + address);
        Deque<Instant> byEmail = attempts.get("e " + email);
        if (byEmail != null) {
            byEmail.pollLast();
        }
    }

    private static String both(String email, String address) {
        return "b " + address + " " + email;
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
