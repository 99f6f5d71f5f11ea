package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.Waiting;
import dev.toolsmith.it.rig.Answer.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is held up, asked to end twice, or short of memory and file handles (F26, F27). */
@Tag("faults")
class ProcessFaultsIT {

    @TempDir
    Path folder;

    @Test
    void aProcessThatWasHeldUpAnswersEveryCallAndSendsNoWriteTwice() {
        try (Rig rig = Rig.with(8, folder)) {
            rig.stub().follow(Script.calls(Replies.after(Duration.ofMillis(20), Replies.echo())));
            AtomicBoolean going = new AtomicBoolean(true);
            CompletableFuture<Void> clients = rig.driver(32).start(going::get, client -> (connection, turn) -> {
                connection.call(rig.endpoint(client), turn % 5 == 0 ? Tool.WRITE : Tool.READ);
            });
            Waiting.until(() -> rig.log().calls().size() > 300, "some load");
            rig.hosted().signal("STOP");
            long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            Waiting.until(() -> System.nanoTime() > end, "the time of the stop");
            rig.hosted().signal("CONT");
            int before = rig.log().calls().size();
            Waiting.until(() -> rig.log().calls().size() > before + 300, "more load");
            going.set(false);
            Waiting.on(clients, "the clients");
            rig.ledger().check();
            rig.finish();
        }
    }

    @Test
    void aSecondSignalEndsAtOnceAndTheNextStartClosesWhatWasUnderWay() {
        try (Rig rig = Rig.with(4, folder)) {
            Hold hold = new Hold();
            rig.stub().follow(Script.calls(Replies.held(hold, Replies.echo())));
            long sent = rig.stub().count();
            CompletableFuture<Void> clients =
                    CompletableFuture.runAsync(() -> rig.driver(16).run(1, client -> (connection, turn) -> {
                        connection.call(rig.endpoint(client), client % 2 == 0 ? Tool.WRITE : Tool.READ);
                    }));
            Waiting.until(() -> rig.stub().count() == sent + 16, "the held calls");
            rig.hosted().process().terminate();
            Waiting.until(() -> !isReady(rig.management()), "the first signal to be heard");
            assertThat(rig.hosted().terminate()).as("exit code").isEqualTo(143);
            Waiting.on(clients, "the clients");
            hold.release();
            rig.hosted().start();
            rig.ledger().afterAKill().check();
            assertThat(rig.settled().where(entry -> entry.reason().equals("server_restarted")))
                    .isNotEmpty();
            rig.finish();
        }
    }

    private static boolean isReady(Management management) {
        try {
            return management.trySend("GET", "/readyz", "").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aProcessShortOfMemoryAndFileHandlesShedsLoadAndRecovers() {
        List<String> few = List.of("sh", "-c", "ulimit -n 256; exec \"$@\"", "sh");
        try (Rig rig = Rig.startedBy(few, 16, folder, "-Xmx128m")) {
            new Driver(rig.log(), 400, 100).run(5, client -> (connection, turn) -> {
                connection.call(rig.endpoint(client), Tool.READ);
            });
            System.out.println("faults: F27 " + rig.log().counts());
            assertThat(rig.log().calls())
                    .allSatisfy(call -> assertThat(call.answer().kind() != Kind.HTTP_ERROR
                                    || call.answer().status() == 503
                                    || call.answer().status() == 429)
                            .as(call.toString())
                            .isTrue());
            assertThat(rig.hosted().log()).doesNotContain("OutOfMemory");
            for (int i = 0; i < 16; i++) {
                rig.awaitResult(rig.endpoint(i));
            }
            rig.ledger().sparingCallsNotTakenOn().check();
            rig.finish();
        }
    }
}
