package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.Waiting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Servers that are closed to a client while the API holds a call of it (T8, F21): once the change is acknowledged, no
 * result comes through, whatever the API says.
 */
@Tag("rig")
class ChangesInFlightIT {

    private static final int ROUNDS = Integer.getInteger("rig.rounds", 1_000);
    private static final int OF_EACH = (ROUNDS + Change.values().length - 1) / Change.values().length;
    private static final int WORKERS = 10;

    @TempDir
    Path folder;

    private final Map<String, Hold> holds = new ConcurrentHashMap<>();
    private final Map<String, Long> closed = new ConcurrentHashMap<>();
    private final Queue<String> forbidden = new ConcurrentLinkedQueue<>();

    @Test
    void noResultComesThroughOnceAChangeIsAcknowledged() {
        try (Rig rig = Rig.with(WORKERS, folder)) {
            rig.stub().follow(this::held);
            ExecutorService threads = Executors.newFixedThreadPool(2 * WORKERS);
            List<CompletableFuture<Void>> workers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                int worker = i;
                workers.add(CompletableFuture.runAsync(() -> work(rig, worker, threads), threads));
            }
            workers.forEach(worker -> Waiting.on(worker, "the rounds of a worker"));
            threads.shutdown();
            Ledger ledger = rig.ledger().forbidding(forbidden);
            closed.forEach(ledger::closedAt);
            ledger.check();
            assertThat(closed).hasSize(OF_EACH * Change.values().length);
            assertThat(rig.log().calls())
                    .hasSize(2 * closed.size())
                    .noneMatch(call -> call.answer().isResult());
            rig.finish();
        }
    }

    private Reply held(Arrival arrival) {
        Hold hold = holds.get(arrival.marker().orElse(""));
        return hold == null ? Script.allWell().to(arrival) : Replies.held(hold, Replies.echo());
    }

    private void work(Rig rig, int worker, ExecutorService threads) {
        Management management = rig.management();
        try (Client client = new Client(rig.log())) {
            for (Change change : Change.values()) {
                for (int round = worker; round < OF_EACH; round += WORKERS) {
                    Endpoint endpoint = change.begin(management, rig.endpoint(worker));
                    round(management, endpoint, change, client, threads);
                    change.undo(management, endpoint);
                }
            }
        }
    }

    private void round(
            Management management, Endpoint endpoint, Change change, Client client, ExecutorService threads) {
        String marker = Markers.next();
        Hold hold = new Hold();
        holds.put(marker, hold);
        CompletableFuture<Call> call =
                CompletableFuture.supplyAsync(() -> client.call(endpoint, Tool.READ, marker), threads);
        try {
            hold.awaitArrival();
            change.make(management, endpoint);
            closed.put(endpoint.token(), System.nanoTime());
        } finally {
            hold.release();
            Waiting.on(call, "the answer of a held call");
            holds.remove(marker);
        }
        String late = Markers.next();
        forbidden.add(late);
        client.call(endpoint, Tool.READ, late);
    }
}
