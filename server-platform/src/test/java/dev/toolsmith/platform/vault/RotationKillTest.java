package dev.toolsmith.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills processes that replace keys, at seeded points, and looks whether anything was lost. */
final class RotationKillTest {

    private static final int ROUNDS = 50;
    private static final int CONNECTIONS = 20;
    private static final int LONGEST_WAIT_NANOS = 4_000_000;
    private static final String STARTED = "started";

    @TempDir
    Path path;

    /** The process that is killed: tells of its start and of each credential that is done. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] args) {
            try (DataFolder data = DataFolder.open(Path.of(args[0]))) {
                System.out.println(STARTED);
                KeyRotation rotation =
                        KeyRotationTest.rotation(data, (count, total) -> System.out.println("done " + count));
                if (args[1].equals("master")) {
                    rotation.masterKey();
                } else {
                    rotation.credentials();
                }
            }
        }
    }

    @Test
    void afterEveryKillEverythingDecryptsAndAnotherRunFinishes() throws Exception {
        try (DataFolder data = DataFolder.open(path)) {
            data.add(CONNECTIONS);
        }
        Random random = new Random(20_261_122);
        int killed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String what = round % 2 == 0 ? "master" : "credentials";
            int lines = random.nextInt(CONNECTIONS + 1);
            killed += killedAfter(what, lines, random.nextInt(LONGEST_WAIT_NANOS)) ? 1 : 0;
            try (DataFolder data = DataFolder.open(path)) {
                assertThat(data.readable())
                        .as("round %d, %s, %d", round, what, lines)
                        .isEqualTo(CONNECTIONS);
                KeyRotation rotation = KeyRotationTest.rotation(data, (count, total) -> {});
                if (what.equals("master")) {
                    rotation.masterKey();
                    assertThat(data.master().ring().ids()).hasSize(1);
                } else {
                    rotation.credentials();
                }
                assertThat(data.readable()).as("after round %d", round).isEqualTo(CONNECTIONS);
            }
        }
        assertThat(killed).as("kills that found the process at work").isGreaterThan(ROUNDS / 2);
    }

    /** Returns whether it was still at work. */
    private boolean killedAfter(String what, int lines, int nanos) throws IOException, InterruptedException {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        path.toString(),
                        what)
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
            await(out, STARTED);
            if (lines > 0) {
                await(out, "done " + lines);
            }
            LockSupport.parkNanos(nanos);
            victim.destroyForcibly();
            return victim.waitFor() != 0;
        }
    }

    private static void await(BufferedReader out, String wanted) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(wanted)) {
                return;
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("The process ended without \"" + wanted + "\":\n" + seen);
    }
}
