package dev.toolsmith.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;

/** The gates of all connections that are in use. */
final class ConnectionGates {

    private static final int AT_A_TIME = 16;
    private static final int CALLS_LOOKED_AT = 20;
    private static final int PROBES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Cache<String, ConnectionGate> gates;
    private final BulkheadConfig places = BulkheadConfig.custom()
            .maxConcurrentCalls(AT_A_TIME)
            .maxWaitDuration(Duration.ZERO)
            .writableStackTraceEnabled(false)
            .build();
    private final CircuitBreakerConfig pauses;

    ConnectionGates(int connections, Clock monotonic) {
        this.gates = Caffeine.newBuilder()
                .maximumSize(connections)
                .expireAfterAccess(Duration.ofHours(1))
                .build();
        this.pauses = CircuitBreakerConfig.custom()
                .failureRateThreshold(50)
                .slidingWindowSize(CALLS_LOOKED_AT)
                .minimumNumberOfCalls(CALLS_LOOKED_AT)
                .waitDurationInOpenState(PAUSE)
                .permittedNumberOfCallsInHalfOpenState(PROBES)
                .writableStackTraceEnabled(false)
                .clock(monotonic)
                .build();
    }

    ConnectionGate of(String connectionId) {
        return gates.get(
                connectionId,
                id -> new ConnectionGate(
                        Bulkhead.of(id, places), CircuitBreaker.of(id, pauses), Bulkhead.of(id, places)));
    }

    /** How many connections' breakers are in a state. */
    long in(CircuitBreaker.State state) {
        return gates.asMap().values().stream()
                .filter(gate -> gate.breaker().getState() == state)
                .count();
    }
}
