package dev.toolsmith.platform.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.audit.AuditQuery;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.store.StoreReads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the disk or the lock is not to be had, changes fail, nothing is half kept, and later ones work again. */
class TroubledDiskTest {

    @TempDir
    Path folder;

    private Path database;
    private SqliteStore store;

    @BeforeEach
    void open() {
        database = folder.resolve("data/toolsmith.db");
        store = SqliteStore.open(database, Duration.ofMillis(100));
        store.attestWith(Samples.KEY);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aLockedDatabaseRefusesChangesUntilItIsFree() throws SQLException {
        append("call_1").join();
        try (java.sql.Connection other = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            List<CompletableFuture<Boolean>> refused =
                    Stream.of("call_2", "call_3", "call_4").map(this::append).toList();
            for (CompletableFuture<Boolean> change : refused) {
                assertThatThrownBy(change::join)
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(StoreException.class)
                        .hasMessageContaining("locked");
            }
            assertThat(sequences()).isEqualTo(1);
            statement.execute("COMMIT");
        }
        append("call_5").join();
        assertThat(sequences()).isEqualTo(2);
        assertThat(store.appended()).isEqualTo(2);
        assertThat(store.verify(Samples.KEY).isIntact()).isTrue();
    }

    @Test
    void aFullDiskRefusesChangesUntilThereIsSpace() throws SQLException {
        store.write(w -> {
                    w.insert(Samples.connection("con_1"), Samples.credential("1"));
                    return true;
                })
                .join();
        int kept = 0;
        limitPages(pages() + 8);
        CompletableFuture<Boolean> last = append("call_0");
        while (!last.isCompletedExceptionally() && kept < 1_000) {
            kept++;
            last = append("call_" + kept);
            last.exceptionally(e -> false).join();
        }
        assertThatThrownBy(last::join).hasCauseInstanceOf(StoreException.class).hasMessageContaining("full");
        assertThat(store.read(StoreReads::connections).stream().map(Connection::id))
                .containsExactly("con_1");
        assertThat(sequences()).isEqualTo(kept);
        assertThatThrownBy(append("call_again")::join).hasCauseInstanceOf(StoreException.class);
        limitPages(1_000_000);
        append("call_last").join();
        assertThat(sequences()).isEqualTo(kept + 1L);
        assertThat(store.verify(Samples.KEY).isIntact()).isTrue();
        assertThat(number("PRAGMA quick_check")).isEqualTo("ok");
    }

    @Test
    void aFullDiskFailsAWholeBatchAndNotOnlyItsLastChange() throws SQLException {
        limitPages(pages() + 20);
        List<CompletableFuture<Boolean>> changes =
                IntStream.range(0, 200).mapToObj(i -> append("call_" + i)).toList();
        long kept = changes.stream()
                .filter(change -> change.exceptionally(e -> false).join())
                .count();
        assertThat(kept).isLessThan(200);
        assertThat(sequences()).isEqualTo(kept);
        assertThat(store.appended()).isEqualTo(kept);
        limitPages(1_000_000);
        append("call_last").join();
        assertThat(store.verify(Samples.KEY).isIntact()).isTrue();
    }

    @Test
    void whatIsDeletedIsInNoFileAnyMore() throws IOException {
        store.write(w -> {
                    w.insert(Samples.connection("con_1"), Samples.credential("canary"));
                    return true;
                })
                .join();
        assertThat(filesWith("sealed-canary")).isPositive();
        store.write(w -> {
                    w.deleteConnection("con_1");
                    return true;
                })
                .join();
        assertThat(filesWith("sealed-canary")).isZero();
        assertThat(filesWith("keyset-canary")).isZero();
    }

    @Test
    void aSmallValueThatIsNoKeyLeavesTheLogAlone() throws IOException {
        store.write(w -> {
                    w.setValue("mark", new byte[] {1});
                    return true;
                })
                .join();
        assertThat(Files.size(database.resolveSibling("toolsmith.db-wal"))).isPositive();
        store.write(w -> {
                    w.setKey("key", new byte[] {1});
                    return true;
                })
                .join();
        assertThat(Files.size(database.resolveSibling("toolsmith.db-wal"))).isZero();
    }

    @Test
    void aReaderInTheWayOnlyDelaysErasure() throws IOException {
        store.write(w -> {
                    w.insert(Samples.connection("con_1"), Samples.credential("canary"));
                    return true;
                })
                .join();
        store.read(reads -> {
            reads.connections();
            return store.write(w -> {
                        w.deleteConnection("con_1");
                        return true;
                    })
                    .join();
        });
        Instant deadline = Instant.now().plusSeconds(30);
        do {
            append("call_1").join();
        } while (filesWith("sealed-canary") > 0 && Instant.now().isBefore(deadline));
        assertThat(filesWith("sealed-canary")).isZero();
    }

    private CompletableFuture<Boolean> append(String callId) {
        AuditEvent event = Samples.intent(callId);
        AuditEvent large = new AuditEvent(
                event.time(),
                event.kind(),
                event.subject(),
                event.invocation(),
                event.outcome(),
                Map.of("x", "y".repeat(2_000)));
        return store.write(w -> {
            w.append(large);
            return true;
        });
    }

    private long sequences() {
        return store.read(r -> r.audit(AuditQuery.newest(1))).stream()
                .mapToLong(row -> row.sequence())
                .findFirst()
                .orElse(0);
    }

    private int pages() throws SQLException {
        return Integer.parseInt(number("PRAGMA page_count"));
    }

    /** On the writer's own connection, as the limit is one of a connection. */
    private void limitPages(int pages) {
        store.write(w -> ((SqliteWrites) w)
                        .handle()
                        .createQuery("PRAGMA max_page_count = " + pages)
                        .mapTo(Integer.class)
                        .one())
                .join();
    }

    private String number(String sql) throws SQLException {
        try (java.sql.Connection other = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = other.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private long filesWith(String text) throws IOException {
        long found = 0;
        try (Stream<Path> files = Files.list(database.getParent())) {
            for (Path file : files.toList()) {
                found += Files.readString(file, StandardCharsets.ISO_8859_1).contains(text) ? 1 : 0;
            }
        }
        return found;
    }
}
