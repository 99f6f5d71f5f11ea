package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM while clients are at work (D4, F26): what was taken on is finished, and the process ends well. */
@Tag("rig")
class StopUnderLoadIT {

    @TempDir
    Path folder;

    @Test
    void everyCallThatWasTakenOnIsAnsweredBeforeTheEnd() {
        try (Rig rig = Rig.with(16, folder)) {
            rig.stub().follow(Script.calls(Replies.after(Duration.ofMillis(20), Replies.echo())));
            AtomicBoolean going = new AtomicBoolean(true);
            CompletableFuture<Void> clients = rig.driver(64).start(going::get, client -> (connection, turn) -> {
                Tool tool = turn % 10 == 0 ? Tool.WRITE : Tool.READ;
                connection.call(rig.endpoint(client), tool);
            });
            Waiting.until(() -> rig.log().calls().size() > 1_000, "some load");
            int exit;
            try {
                exit = rig.hosted().terminate();
            } finally {
                going.set(false);
            }
            Waiting.on(clients, "the clients");
            assertThat(exit).as(rig.hosted().log()).isZero();
            rig.ledgerOfEnded().sparingCallsNotTakenOn().check();
            rig.hosted().verifyTrail();
            rig.secretsStayedInside("");
        }
    }
}
