package dev.toolsmith.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.audit.AuditVerdict;
import dev.toolsmith.platform.audit.AuditVerdict.Fault;
import dev.toolsmith.platform.store.Settled;
import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit trail begins together with the keys, so one that is gone as a whole was taken away. */
final class TrailBeginningTest {

    @TempDir
    Path path;

    @Test
    void aTrailThatWasEmptiedWithItsHeadIsNotBegunAnew() throws SQLException {
        try (DataFolder data = DataFolder.open(path)) {
            append(data);
        }
        run("DROP TRIGGER audit_keeps_rows", "DELETE FROM audit", "DELETE FROM audit_head");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> DataFolder.open(path))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("audit verify");
            assertThat(verdict().fault()).isEqualTo(Fault.HEAD_MISSING);
        }
    }

    @Test
    void keysThatWereTakenAwayTooAreNotMadeAnewForWhatIsLeft() throws SQLException {
        try (DataFolder data = DataFolder.open(path)) {
            append(data);
        }
        run("DELETE FROM value", "DELETE FROM audit_head");
        assertThatThrownBy(() -> DataFolder.open(path)).isInstanceOf(StoreException.class);
    }

    @Test
    void theKeysAndTheFirstHeadAreKeptInOneChange() {
        try (SqliteStore store = SqliteStore.open(path.resolve("toolsmith.db"))) {
            Vault.open(key(), store);
        }
        assertThat(verdict()).isEqualTo(new AuditVerdict(0, Fault.NONE, 0));
        try (DataFolder data = DataFolder.open(path)) {
            append(data);
        }
        assertThat(verdict()).isEqualTo(new AuditVerdict(1, Fault.NONE, 0));
    }

    private AuditVerdict verdict() {
        try (SqliteStore store = SqliteStore.open(path.resolve("toolsmith.db"))) {
            return store.verify(Vault.open(key(), store).mac("audit-head")::of);
        }
    }

    private MasterKey key() {
        return MasterKey.open(path.resolve("keys").resolve("master.key"), Optional.empty());
    }

    private static void append(DataFolder data) {
        AuditEvent event = AuditEvent.change(
                Instant.parse("2026-11-22T12:00:00Z"),
                "keys.rotated",
                new AuditEvent.Subject("", "", "", "", "system", ""),
                Map.of());
        Settled.of(data.store().write(writes -> {
            writes.append(event);
            return true;
        }));
    }

    private void run(String... commands) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + path.resolve("toolsmith.db"));
                Statement statement = database.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
