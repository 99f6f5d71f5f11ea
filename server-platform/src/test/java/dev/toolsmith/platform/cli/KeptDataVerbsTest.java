package dev.toolsmith.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.platform.DataFolder;
import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.audit.AuditEvent.Subject;
import dev.toolsmith.platform.audit.AuditQuery;
import dev.toolsmith.platform.model.AdminSession;
import dev.toolsmith.platform.model.Administrator;
import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.store.StoreReads;
import dev.toolsmith.platform.store.sqlite.Restoration;
import dev.toolsmith.platform.store.sqlite.SqliteStore;
import dev.toolsmith.platform.vault.MasterKey;
import dev.toolsmith.platform.vault.Vault;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class KeptDataVerbsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path temporary;

    private DataFolder folder;

    @BeforeEach
    void keepSomething() {
        folder = new DataFolder(temporary.resolve("data"));
        try (SqliteStore store = open()) {
            append(store, "server.created", NOON);
            append(store, "server.changed", NOON.plusSeconds(60));
            append(store, "server.deleted", NOON.plusSeconds(86_400));
        }
    }

    private SqliteStore open() {
        SqliteStore store = SqliteStore.open(folder.database());
        Vault vault = Vault.open(MasterKey.open(folder.masterKey(), Optional.empty()), store);
        store.attestWith(vault.mac("audit-head")::of);
        return store;
    }

    private static void append(SqliteStore store, String kind, Instant time) {
        Subject subject = new Subject("srv_1", "con_1", "", "", "adm_1", "");
        store.write(w -> {
                    w.append(AuditEvent.change(time, kind, subject, Map.of()));
                    return true;
                })
                .join();
    }

    private OneVerb run(String... words) throws IOException, InterruptedException {
        return OneVerb.run(folder.path(), words);
    }

    private void tamper() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.database());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER audit_keeps_rows_as_they_are");
            statement.execute("UPDATE audit SET body = replace(body, 'adm_1', 'adm_2') WHERE sequence = 2");
        }
    }

    @Test
    void aTrailIsVerifiedWhileAServerUsesIt() throws Exception {
        try (SqliteStore store = open()) {
            append(store, "server.paused", NOON);
            assertThat(run("audit", "verify")).isEqualTo(new OneVerb(0, "4 rows, all as they were written.\n", ""));
        }
        tamper();
        assertThat(run("audit", "verify"))
                .isEqualTo(
                        new OneVerb(1, "2 rows were looked at. The first bad row is 2: its body was changed.\n", ""));
    }

    @Test
    void aTrailIsExportedInBothFormatsAndInPart() throws Exception {
        OneVerb lines = run("audit", "export");
        assertThat(lines.exitCode()).isZero();
        assertThat(lines.out().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("{\"sequence\":") && line.endsWith("\"}"));
        OneVerb cells = run("audit", "export", "--format", "csv", "--until", "2026-11-23", "--from", NOON + "");
        assertThat(cells.out().split("\r\n", -1)).hasSize(4);
        assertThat(cells.out()).contains("server.changed").doesNotContain("server.deleted");
        assertThat(cells.err()).isEmpty();
    }

    @Test
    void whatIsTypedWrongIsTold() throws Exception {
        assertThat(run("audit").exitCode()).isEqualTo(2);
        assertThat(run("audit", "export", "--format", "xml").err()).contains("--format is jsonl or csv");
        assertThat(run("audit", "export", "--from", "yesterday").err()).contains("is no time");
        assertThat(run("backup").exitCode()).isEqualTo(2);
        OneVerb nowhere = OneVerb.run(temporary.resolve("nowhere"), "audit", "verify");
        assertThat(nowhere.exitCode()).isEqualTo(3);
        assertThat(nowhere.err()).contains("There is no database in").hasLineCount(1);
        assertThat(temporary.resolve("nowhere")).doesNotExist();
    }

    @Test
    void aBackupOfARunningServerIsRestoredElsewhereWithItsKey() throws Exception {
        Path file = temporary.resolve("backup.db");
        try (SqliteStore store = open()) {
            append(store, "server.paused", NOON);
            OneVerb backup = run("backup", file.toString());
            assertThat(backup.exitCode()).as(backup.err()).isZero();
            assertThat(backup.out()).contains("The master key is not in it");
            append(store, "server.resumed", NOON);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(run("backup", file.toString()).exitCode()).isEqualTo(3);

        DataFolder first = folder;
        folder = new DataFolder(temporary.resolve("elsewhere"));
        OneVerb withoutKey = run("restore", file.toString());
        assertThat(withoutKey.exitCode()).isEqualTo(3);
        assertThat(withoutKey.err()).contains("master key").hasLineCount(1);
        assertThat(folder.database()).doesNotExist();

        Files.createDirectories(
                folder.masterKey().getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.copy(first.masterKey(), folder.masterKey());
        OneVerb restored = run("restore", file.toString());
        assertThat(restored.exitCode()).as(restored.err()).isZero();
        assertThat(kinds()).containsExactly("created", "changed", "deleted", "paused", "restored");
        assertThat(names()).containsExactlyInAnyOrder("toolsmith.db", "keys", "serve.lock", "rotate.lock");
    }

    @Test
    void aRestoreKeepsWhatWasThereAndOnlyWhenItIsToldTo() throws Exception {
        Path file = temporary.resolve("backup.db");
        assertThat(run("backup", file.toString()).exitCode()).isZero();
        try (SqliteStore store = open()) {
            append(store, "server.paused", NOON);
        }
        OneVerb refused = run("restore", file.toString());
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("--force");
        assertThat(kinds()).hasSize(4);
        assertThat(run("restore", file.toString(), "--force").exitCode()).isZero();
        assertThat(kinds()).containsExactly("created", "changed", "deleted", "restored");
        assertThat(names())
                .filteredOn(name -> name.startsWith("toolsmith.db.replaced-"))
                .hasSize(1);
    }

    @Test
    void aRestoreKeepsTheOldDatabaseWholeThoughItsServerWasKilled() throws Exception {
        Path file = temporary.resolve("backup.db");
        assertThat(run("backup", file.toString()).exitCode()).isZero();
        Path killed = Files.createDirectory(temporary.resolve("killed"));
        try (SqliteStore store = open()) {
            append(store, "server.paused", NOON);
            for (String name : List.of("toolsmith.db", "toolsmith.db-wal")) {
                Files.copy(folder.path().resolve(name), killed.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        assertThat(killed.resolve("toolsmith.db-wal")).isNotEmptyFile();
        Files.createDirectory(killed.resolve("keys"));
        Files.copy(folder.masterKey(), killed.resolve("keys/master.key"), StandardCopyOption.COPY_ATTRIBUTES);
        folder = new DataFolder(killed);
        OneVerb restored = run("restore", file.toString(), "--force");
        assertThat(restored.exitCode()).as(restored.err()).isZero();
        assertThat(kinds()).containsExactly("created", "changed", "deleted", "restored");
        List<String> aside =
                names().stream().filter(name -> name.contains(".replaced-")).toList();
        assertThat(aside).hasSize(1);
        Files.move(killed.resolve(aside.get(0)), folder.database(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(kinds()).containsExactly("created", "changed", "deleted", "paused");
    }

    @Test
    void aDatabaseThatIsNoneAnyMoreCanBeReplacedAndIsKept() throws Exception {
        Path file = temporary.resolve("backup.db");
        assertThat(run("backup", file.toString()).exitCode()).isZero();
        Files.writeString(folder.database(), "not a database");
        assertThat(run("restore", file.toString(), "--force").exitCode()).isZero();
        assertThat(kinds()).containsExactly("created", "changed", "deleted", "restored");
        String aside = names().stream()
                .filter(name -> name.contains(".replaced-"))
                .findFirst()
                .orElseThrow();
        assertThat(folder.path().resolve(aside)).hasContent("not a database");
    }

    @Test
    void aRestoreThatWasCutOffIsToldUntilItIsDoneOrGivenUp() throws Exception {
        Path file = temporary.resolve("backup.db");
        assertThat(run("backup", file.toString()).exitCode()).isZero();
        Restoration.refuseUnfinished(folder.database());
        Files.copy(file, folder.path().resolve("toolsmith.db.restoring"));
        assertThatThrownBy(() -> Restoration.refuseUnfinished(folder.database()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("A restore was not finished");
        assertThat(run("restore", file.toString(), "--force").exitCode()).isZero();
        Restoration.refuseUnfinished(folder.database());
    }

    @Test
    void noRestoreRunsWhileKeysAreReplaced() throws Exception {
        Path file = temporary.resolve("backup.db");
        assertThat(run("backup", file.toString()).exitCode()).isZero();
        try (Closeable keys = folder.takeKeys()) {
            assertThat(keys).isNotNull();
            OneVerb refused = run("restore", file.toString(), "--force");
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.err()).contains("replaces keys").hasLineCount(1);
        }
        assertThat(kinds()).hasSize(3);
    }

    @Test
    void aRestoreIsRefusedWhileAServerRunsOrOfABadBackup() throws Exception {
        Path file = temporary.resolve("backup.db");
        assertThat(run("backup", file.toString()).exitCode()).isZero();
        try (AutoCloseable server = folder.take()) {
            assertThat(server).isNotNull();
            OneVerb refused = run("restore", file.toString(), "--force");
            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.err()).contains("uses the data folder");
        }
        tamper();
        Path tampered = temporary.resolve("tampered.db");
        assertThat(run("backup", tampered.toString()).exitCode()).isZero();
        OneVerb bad = run("restore", tampered.toString(), "--force");
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.out()).contains("not put in place").contains("first bad row is 2");

        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4096, 12_288, (byte) 0x5a);
        Files.write(file, bytes);
        OneVerb damaged = run("restore", file.toString(), "--force");
        assertThat(damaged.exitCode()).isEqualTo(3);
        assertThat(damaged.err()).contains("damaged").hasLineCount(1);
        assertThat(names()).doesNotContain("toolsmith.db.restoring");
    }

    @Test
    void administratorsAreRemovedForWhomeverHasTheFolder() throws Exception {
        try (SqliteStore store = open()) {
            store.write(w -> {
                        w.insert(new Administrator("adm_1", "ada@example.com", "hash", NOON));
                        w.insert(new AdminSession("mac", "adm_1", NOON, NOON.plusSeconds(60)));
                        return true;
                    })
                    .join();
        }
        OneVerb reset = run("admin", "reset");
        assertThat(reset.exitCode()).isZero();
        assertThat(reset.out()).contains("Removed 1 administrator").contains("setup code");
        try (SqliteStore store = open()) {
            assertThat(store.<List<Administrator>>read(StoreReads::administrators))
                    .isEmpty();
            assertThat((boolean) store.read(reads -> reads.session("mac").isEmpty()))
                    .isTrue();
        }
        assertThat(kinds()).endsWith("removed");
        assertThat(run("admin").exitCode()).isEqualTo(2);
    }

    private List<String> kinds() {
        try (SqliteStore store = open()) {
            List<String> bodies = new ArrayList<>();
            store.read(r -> {
                r.eachAudit(AuditQuery.newest(1), row -> bodies.add(row.body()));
                return true;
            });
            return bodies.stream()
                    .map(body -> body.replaceAll(".*\"kind\":\"[a-z]+\\.([a-z]+)\".*", "$1"))
                    .toList();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.path())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
