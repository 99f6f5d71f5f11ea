package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.toolsmith.it.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trail that cannot be written (F15, F16): nothing is sent without it, and all goes on when it can be. */
@Tag("faults")
class StoreFaultsIT {

    private static final int CLIENTS = 8;

    @TempDir
    Path folder;

    @Test
    void aLockShorterThanTheWaitIsWaitedFor() {
        try (Rig rig = Rig.with(CLIENTS, folder)) {
            underLoad(rig, () -> {
                DatabaseLock.during(rig.hosted().data(), () -> pass(Duration.ofSeconds(1)));
                awaitMoreCalls(rig, 100);
            });
            assertThat(rig.log().calls())
                    .allSatisfy(call -> assertThat(call.answer().isResult())
                            .as(call.toString())
                            .isTrue());
            rig.ledger().check();
            rig.finish();
        }
    }

    @Test
    void nothingIsSentWhileTheTrailIsLockedAndAllGoesOnAfterwards() {
        try (Rig rig = Rig.with(CLIENTS, folder)) {
            underLoad(rig, () -> {
                long checks = rig.stub().selfCount();
                DatabaseLock.during(rig.hosted().data(), () -> {
                    awaitRefusals(rig, 3 * CLIENTS);
                    String account = rig.endpoint(0).connectionId();
                    Answered check = rig.management().ofConnection("POST", account, "/check", "");
                    assertThat(check.status()).as(check.body()).isGreaterThanOrEqualTo(500);
                });
                assertThat(rig.stub().selfCount()).as("account checks").isEqualTo(checks);
                rig.awaitResult(rig.endpoint(0));
                awaitMoreCalls(rig, 100);
            });
            rig.ledger().check();
            rig.finish();
        }
    }

    @Test
    void nothingIsSentWhileTheDiskIsFullAndAllGoesOnAfterwards() throws IOException {
        Path mounted = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(SmallDisk.isPossible(mounted), "No file system can be mounted here");
        try (SmallDisk disk = SmallDisk.at(mounted, 24);
                Rig rig = Rig.with(CLIENTS, mounted)) {
            underLoad(rig, () -> {
                awaitMoreCalls(rig, 100);
                disk.fill();
                awaitRefusals(rig, 3 * CLIENTS);
                Management management = rig.management();
                assertThat(management.send("GET", "/readyz", "").status()).isEqualTo(503);
                assertThat(management.send("GET", "/api/v1/connections", "").status())
                        .isEqualTo(200);
                disk.empty();
                long emptied = System.nanoTime();
                rig.awaitResult(rig.endpoint(0));
                Waiting.until(() -> management.send("GET", "/readyz", "").status() == 200, "to be ready again");
                assertThat(Duration.ofNanos(System.nanoTime() - emptied)).isLessThan(Duration.ofSeconds(5));
                awaitMoreCalls(rig, 100);
            });
            rig.ledger().check();
            rig.finish();
            assertThat(DatabaseLock.integrity(rig.hosted().data())).isEqualTo("ok");
        }
    }

    private static void underLoad(Rig rig, Runnable fault) {
        AtomicBoolean going = new AtomicBoolean(true);
        CompletableFuture<Void> clients = new Driver(rig.log(), CLIENTS, 30)
                .start(going::get, client -> (connection, turn) -> {
                    connection.call(rig.endpoint(client), turn % 5 == 0 ? Tool.WRITE : Tool.READ);
                });
        try {
            awaitMoreCalls(rig, 100);
            fault.run();
        } finally {
            going.set(false);
            Waiting.on(clients, "the clients");
        }
    }

    private static void awaitMoreCalls(Rig rig, int more) {
        int before = rig.log().calls().size();
        Waiting.until(() -> rig.log().calls().size() >= before + more, more + " more calls");
    }

    private static void awaitRefusals(Rig rig, int refusals) {
        Waiting.until(() -> refused(rig).size() >= refusals, "refusals for want of a trail");
    }

    private static List<Call> refused(Rig rig) {
        return rig.log().calls().stream()
                .filter(call -> call.answer().code().equals("audit_unavailable"))
                .toList();
    }

    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Waiting.until(() -> System.nanoTime() > end, "the end of " + time);
    }
}
