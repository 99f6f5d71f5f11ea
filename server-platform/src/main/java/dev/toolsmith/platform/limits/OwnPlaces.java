package dev.toolsmith.platform.limits;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Places for calls that the platform makes for itself: some for each connection, and so many for all. */
final class OwnPlaces {

    /** A quarter of the connections that there are to one API. */
    private static final int AT_A_TIME = 64;

    private final Semaphore all = new Semaphore(AT_A_TIME);

    Optional<Turn.Granted> take(ConnectionGate gate) {
        if (!all.tryAcquire()) {
            return Optional.empty();
        }
        if (!gate.own().tryAcquirePermission()) {
            all.release();
            return Optional.empty();
        }
        return Optional.of(new Place(gate, all));
    }

    private static final class Place implements Turn.Granted {

        private final ConnectionGate gate;
        private final Semaphore all;
        private final AtomicBoolean over = new AtomicBoolean();

        Place(ConnectionGate gate, Semaphore all) {
            this.gate = gate;
            this.all = all;
        }

        @Override
        public void ended(String code) {
            unused();
        }

        @Override
        public void unused() {
            if (over.compareAndSet(false, true)) {
                gate.own().onComplete();
                all.release();
            }
        }
    }
}
