package dev.toolsmith.runtime.protocol;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** What users have agreed to, in memory until it is no good any more. */
final class RememberedStates implements UsedStates {

    private static final int MOST = 50_000;

    private final int most;
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();

    RememberedStates() {
        this(MOST);
    }

    RememberedStates(int most) {
        this.most = most;
    }

    @Override
    public CompletableFuture<Boolean> use(byte[] mark, Instant end, Instant now) {
        if (ends.size() >= most) {
            ends.values().removeIf(each -> each.isBefore(now));
        }
        boolean isFirst =
                ends.size() < most && ends.putIfAbsent(Base64.getEncoder().encodeToString(mark), end) == null;
        return CompletableFuture.completedFuture(isFirst);
    }
}
