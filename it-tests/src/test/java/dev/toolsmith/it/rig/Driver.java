package dev.toolsmith.it.rig;

import dev.toolsmith.it.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/** Many clients at once, each with a thread and a connection of its own. */
final class Driver {

    private final CallLog log;
    private final int clients;
    private final double mostPerSecond;

    /**
     * A driver.
     *
     * @param clients how many clients
     * @param mostPerSecond how many calls a second one client makes at most, so that no workspace meets its quota
     */
    Driver(CallLog log, int clients, double mostPerSecond) {
        this.log = log;
        this.clients = clients;
        this.mostPerSecond = mostPerSecond;
    }

    /** What one client does with the numbered turn of its. */
    @FunctionalInterface
    interface Turn {
        /** Makes one call. */
        void take(Client client, int turn);
    }

    /** Lets every client take so many turns, and waits for all. */
    void run(int turns, IntFunction<Turn> ofClient) {
        run(ofClient, turn -> turn < turns);
    }

    /** Lets every client take turns while something is so, and waits for all. */
    void runWhile(BooleanSupplier goingOn, IntFunction<Turn> ofClient) {
        run(ofClient, turn -> goingOn.getAsBoolean());
    }

    /** Starts the clients, which take turns while something is so. */
    CompletableFuture<Void> start(BooleanSupplier goingOn, IntFunction<Turn> ofClient) {
        return started(ofClient, turn -> goingOn.getAsBoolean());
    }

    /** How long calls took, in microseconds. */
    static Histogram histogram(List<Call> calls) {
        Histogram histogram = new Histogram(3);
        calls.forEach(call -> histogram.recordValue(call.micros()));
        return histogram;
    }

    private void run(IntFunction<Turn> ofClient, Bound bound) {
        Waiting.on(started(ofClient, bound), "the last client's last answer");
    }

    private CompletableFuture<Void> started(IntFunction<Turn> ofClient, Bound bound) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        CountDownLatch ready = new CountDownLatch(clients);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Turn turn = ofClient.apply(i);
            all.add(CompletableFuture.runAsync(() -> takeTurns(turn, bound, ready), threads));
        }
        threads.shutdown();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    private void takeTurns(Turn turn, Bound bound, CountDownLatch ready) {
        try (Client client = new Client(log)) {
            ready.countDown();
            Waiting.until(() -> ready.getCount() == 0, "all clients");
            long pause = (long) (1e9 / mostPerSecond);
            long next = System.nanoTime();
            for (int i = 0; bound.allows(i); i++) {
                LockSupport.parkNanos(next - System.nanoTime());
                next = System.nanoTime() + pause;
                turn.take(client, i);
            }
        }
    }

    @FunctionalInterface
    private interface Bound {
        boolean allows(int turn);
    }
}
