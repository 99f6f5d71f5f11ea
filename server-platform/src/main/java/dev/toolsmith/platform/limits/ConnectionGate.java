package dev.toolsmith.platform.limits;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * What keeps one account's trouble from becoming everyone's: so many calls at a time, and a pause when most fail.
 *
 * @param own so many calls at a time that the platform makes for itself
 */
record ConnectionGate(Bulkhead bulkhead, CircuitBreaker breaker, Bulkhead own) {

    private static final Set<String> FAILURES = Set.of(
            "upstream_error",
            "upstream_timeout",
            "upstream_unreachable",
            "upstream_incomplete",
            "upstream_invalid",
            "upstream_untrusted");

    /** A place in the gate, whose holder has passed. */
    Turn.Granted place(LongSupplier nanos) {
        return new Place(this, nanos);
    }

    private static final class Place implements Turn.Granted {

        private final ConnectionGate gate;
        private final LongSupplier nanos;
        private final long begun;
        private final AtomicBoolean over = new AtomicBoolean();

        Place(ConnectionGate gate, LongSupplier nanos) {
            this.gate = gate;
            this.nanos = nanos;
            this.begun = nanos.getAsLong();
        }

        @Override
        public void ended(String code) {
            if (!over.compareAndSet(false, true)) {
                return;
            }
            gate.bulkhead.onComplete();
            long took = nanos.getAsLong() - begun;
            if (FAILURES.contains(code)) {
                gate.breaker.onError(took, TimeUnit.NANOSECONDS, new Failed());
            } else if (code.equals("cancelled")) {
                gate.breaker.releasePermission();
            } else {
                gate.breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            }
        }

        @Override
        public void unused() {
            if (over.compareAndSet(false, true)) {
                gate.bulkhead.releasePermission();
                gate.breaker.releasePermission();
            }
        }
    }

    /** A failure as the breaker wants it; nobody reads it. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed() {
            super("The call failed", null, false, false);
        }
    }
}
