package dev.toolsmith.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.OptionalLong;

/** Counts how often an address knocked at a door that it may not pass: 30 times a minute, then it has to wait. */
public final class FailureLimit {

    private static final int A_MINUTE = 30;
    private static final int MOST_ADDRESSES = 50_000;

    private final Cache<String, Bucket> addresses = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    /** Counts one failure; how many seconds the address has to wait, empty while it has some left. */
    public OptionalLong failed(String address) {
        Bucket bucket = addresses.get(
                address,
                unknown -> Bucket.builder()
                        .withNanosecondPrecision()
                        .addLimit(Bandwidth.builder()
                                .capacity(A_MINUTE)
                                .refillGreedy(A_MINUTE, Duration.ofMinutes(1))
                                .build())
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(SlidingWindow.seconds(probe.getNanosToWaitForRefill()));
    }

    /** How many addresses are remembered. */
    long addresses() {
        addresses.cleanUp();
        return addresses.estimatedSize();
    }
}
