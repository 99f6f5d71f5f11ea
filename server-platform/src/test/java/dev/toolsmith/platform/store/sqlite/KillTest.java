package dev.toolsmith.platform.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.audit.AuditJson;
import dev.toolsmith.platform.audit.AuditQuery;
import dev.toolsmith.platform.audit.AuditVerdict;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.store.StoreReads;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that write are killed with SIGKILL at random points; whatever they had acknowledged is there afterwards. Runs
 * {@code toolsmith.kills} times.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("toolsmith.kills", 25);

    /** Five seconds on a machine of its own; far more where others build at the same time. */
    private static final Duration OPENING = Duration.ofSeconds(Integer.getInteger("toolsmith.opening.seconds", 60));

    private static final int MOST_LINES = 400;
    private static final long SEED = 17;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private Path database;
    private long checkedRows;
    private int closedIntents;

    @Test
    @Timeout(900)
    void whatWasAcknowledgedSurvivesAKill() throws Exception {
        database = folder.resolve("data/toolsmith.db");
        int acknowledged = 0;
        for (int round = 0; round < KILLS; round++) {
            List<String> lines = killedChild(round);
            assertThat(lines).noneMatch(line -> line.startsWith("failed"));
            acknowledged += lines.size();
            Instant before = Instant.now();
            try (SqliteStore store = SqliteStore.open(database)) {
                store.attestWith(Samples.KEY);
                assertThat(Duration.between(before, Instant.now())).isLessThan(OPENING);
                check(store, lines, round);
            }
        }
        assertThat(acknowledged).isGreaterThan(KILLS * 20);
        assertThat(closedIntents).isPositive();
    }

    private List<String> killedChild(int round) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingChild.class.getName(),
                        database.toString(),
                        Integer.toString(round))
                .redirectError(Redirect.DISCARD)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            // Every eighth while it still opens; the others after some lines, and then in the midst of what follows.
            String awaited = round % 8 == 7 ? "opening" : "ready";
            String line = out.readLine();
            while (line != null && !line.equals(awaited)) {
                line = out.readLine();
            }
            assertThat(line).isEqualTo(awaited);
            for (int left = awaited.equals("ready") ? random.nextInt(MOST_LINES) : 0; left > 0; left--) {
                lines.add(out.readLine());
            }
            LockSupport.parkNanos(random.nextInt(20_000_000));
            // Through its handle: a process closes its streams when it is destroyed itself.
            child.toHandle().destroyForcibly();
            out.lines().filter(text -> !text.equals("ready")).forEach(lines::add);
        }
        child.waitFor();
        return lines;
    }

    private void check(SqliteStore store, List<String> lines, int round) {
        DatabaseCopy.check(database);
        AuditVerdict verdict = store.verify(Samples.KEY);
        assertThat(verdict.isIntact()).as(verdict.text()).isTrue();
        Set<String> connections =
                store.read(StoreReads::connections).stream().map(Connection::id).collect(Collectors.toSet());
        Set<String> calls = calls(store);
        for (String line : lines) {
            String id = line.substring(2);
            int number = Integer.parseInt(id.substring(id.indexOf('-') + 1));
            switch (line.charAt(0)) {
                case 'C' ->
                    assertThat(number % 8 == 0 || connections.contains("con_" + id))
                            .as(line)
                            .isTrue();
                case 'D' -> assertThat(connections).doesNotContain("con_" + id);
                case 'I' -> assertThat(calls).contains(AuditEvent.CALL_INTENT + " " + id);
                case 'O' -> assertThat(calls).contains(AuditEvent.CALL_OUTCOME + " " + id);
                case 'V' -> {
                    boolean isKept = store.read(r -> r.value("v_" + id).isPresent());
                    assertThat(isKept).as(line).isTrue();
                }
                default -> throw new AssertionError("Round " + round + ": " + line);
            }
        }
        closeOpenIntents(store);
    }

    private void closeOpenIntents(SqliteStore store) {
        closedIntents += store.closeOpenIntents(Samples.NOW);
        Set<String> calls = calls(store);
        Set<String> open = new HashSet<>();
        calls.stream()
                .filter(call -> call.startsWith(AuditEvent.CALL_INTENT))
                .map(call -> call.replace(AuditEvent.CALL_INTENT, AuditEvent.CALL_OUTCOME))
                .forEach(open::add);
        open.removeAll(calls);
        assertThat(open).isEmpty();
        checkedRows = store.read(r -> r.audit(AuditQuery.newest(1))).stream()
                .mapToLong(row -> row.sequence())
                .findFirst()
                .orElse(0);
    }

    /** The calls in the rows since the last round. */
    private Set<String> calls(SqliteStore store) {
        Set<String> calls = new HashSet<>();
        store.read(r -> {
            r.eachAudit(AuditQuery.newest(1), row -> {
                if (row.sequence() > checkedRows) {
                    AuditEvent event = AuditJson.read(row.body());
                    calls.add(event.kind() + " " + event.invocation().callId());
                }
            });
            return true;
        });
        return calls;
    }
}
