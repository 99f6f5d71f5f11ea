package dev.toolsmith.runtime.protocol;

import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The kept states of requests that users have agreed to, until they expire: each is good for one time. Safe for many threads. */
public final class UsedStates {

    private static final int MOST = 50_000;

    private final int most;
    private final Map<String, Long> ends = new ConcurrentHashMap<>();

    /** Of all kernels of a process that sign with one key; remembers 50,000, and lets none be used beyond them. */
    public UsedStates() {
        this(MOST);
    }

    UsedStates(int most) {
        this.most = most;
    }

    /**
     * Uses a state, for the first and last time.
     *
     * @param end when it expires, in milliseconds since 1970
     * @return whether it may be used
     */
    boolean use(byte[] mac, long end, Clock clock) {
        if (ends.size() >= most) {
            long now = clock.millis();
            ends.values().removeIf(each -> each < now);
        }
        return ends.size() < most && ends.putIfAbsent(Base64.getEncoder().encodeToString(mac), end) == null;
    }
}
