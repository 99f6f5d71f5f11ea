package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ordinary load, and an API that answers out of order: every call is carried out once, and written down. */
@Tag("rig")
class SmokeLoadIT {

    private static final int CLIENTS = 32;

    @TempDir
    Path folder;

    @Test
    void everyCallOfThirtyTwoClientsIsCarriedOutOnceAndWrittenDown() {
        try (Rig rig = Rig.with(CLIENTS, folder)) {
            rig.driver(CLIENTS).run(120, client -> (connection, turn) -> {
                Tool tool = turn % 6 == 0 ? Tool.WRITE : Tool.READ;
                connection.call(rig.endpoint(client), tool);
            });
            rig.ledger().check();
            assertThat(rig.log().counts()).isEqualTo(Map.of("RESULT", CLIENTS * 120L));
            rig.finish();
        }
    }

    @Test
    void answersInReverseOrderReachTheirOwnCalls() {
        try (Rig rig = Rig.with(2, folder)) {
            rig.stub().follow(new ReversedScript(8));
            rig.driver(16).run(60, client -> (connection, turn) -> connection.call(rig.endpoint(client), Tool.READ));
            rig.ledger().check();
            assertThat(rig.log().counts()).isEqualTo(Map.of("RESULT", 16 * 60L));
            rig.finish();
        }
    }
}
