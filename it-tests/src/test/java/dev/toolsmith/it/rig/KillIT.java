package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} while configuration and trail are written (F17): what was acknowledged is there when it starts again. */
@Tag("rig")
class KillIT {

    private static final int ROUNDS = Integer.getInteger("rig.kills", 25);
    private static final int WORKSPACES = 4;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedOutlivesEveryKill() {
        List<Duration> starts = kill(ROUNDS);
        if (Boolean.getBoolean("rig.times")) {
            assertThat(starts).allSatisfy(start -> assertThat(start).isLessThan(Duration.ofSeconds(5)));
        }
    }

    private List<Duration> kill(int rounds) {
        Random random = new Random(17);
        List<Duration> starts = new ArrayList<>();
        try (Rig rig = Rig.with(WORKSPACES, folder)) {
            List<ConfigurationWriter> writers =
                    List.of(new ConfigurationWriter(rig.endpoint(0)), new ConfigurationWriter(rig.endpoint(1)));
            for (int round = 0; round < rounds; round++) {
                long atLeast = rig.log().calls().size() + 1L + random.nextInt(150);
                killWhileWriting(rig, writers, atLeast);
                long begun = System.nanoTime();
                rig.hosted().start();
                starts.add(Duration.ofNanos(System.nanoTime() - begun));
                writers.forEach(writer -> writer.verify(rig.management()));
            }
            rig.ledger().afterAKill().check();
            assertThat(rig.log().calls().stream().filter(call -> call.answer().isResult()))
                    .hasSizeGreaterThanOrEqualTo(rounds);
            assertThat(writers).allMatch(writer -> writer.acknowledged() > 0);
            rig.finish();
        }
        System.out.println(
                "rig: " + rounds + " kills, longest start " + longest(starts).toMillis() + " ms");
        return starts;
    }

    private static void killWhileWriting(Rig rig, List<ConfigurationWriter> writers, long calls) {
        AtomicBoolean going = new AtomicBoolean(true);
        Management management = rig.management();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        writers.forEach(writer -> all.add(CompletableFuture.runAsync(() -> writer.writeUntilKilled(management))));
        all.add(rig.driver(WORKSPACES).start(going::get, client -> (connection, turn) -> {
            Tool tool = turn % 5 == 0 ? Tool.WRITE : Tool.READ;
            connection.call(rig.endpoint(client), tool);
        }));
        try {
            Waiting.until(() -> rig.log().calls().size() >= calls, "calls before the kill");
        } finally {
            rig.hosted().kill();
            going.set(false);
        }
        all.forEach(work -> Waiting.on(work, "what was at work when the process was killed"));
    }

    private static Duration longest(List<Duration> starts) {
        return starts.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
