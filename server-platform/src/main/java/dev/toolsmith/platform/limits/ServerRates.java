package dev.toolsmith.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.runtime.tool.RateLimit;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/** Counts the calls a minute of each server that has a limit of its own. */
final class ServerRates {

    /** A changed limit begins anew. */
    private record Key(String serverId, int callsPerMinute) {}

    private final Cache<Key, Bucket> buckets;
    private final TimeMeter time;

    ServerRates(int servers, TimeMeter time) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(servers)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build();
        this.time = time;
    }

    /** What refuses a call; empty when it passes. */
    Optional<Turn.Denied> pass(HostedServer server) {
        if (server.config().callsPerMinute().isEmpty()) {
            return Optional.empty();
        }
        int most = server.config().callsPerMinute().get();
        ConsumptionProbe probe = bucket(server.id(), most).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return Optional.empty();
        }
        long seconds = SlidingWindow.seconds(probe.getNanosToWaitForRefill());
        return Optional.of(new Turn.Denied(
                "rate_limited_server",
                "This server may make " + most + (most == 1 ? " call" : " calls")
                        + " a minute, and has made them. Nothing was sent. " + WorkspaceQuotas.waiting(seconds),
                Optional.of(new RateLimit(most, 0, seconds))));
    }

    /** Gives back a call that passed and was not made. */
    void back(HostedServer server) {
        server.config()
                .callsPerMinute()
                .ifPresent(most -> bucket(server.id(), most).addTokens(1));
    }

    private Bucket bucket(String serverId, int most) {
        return buckets.get(
                new Key(serverId, most),
                key -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(Bandwidth.builder()
                                .capacity(most)
                                .refillGreedy(most, Duration.ofMinutes(1))
                                .build())
                        .build());
    }
}
