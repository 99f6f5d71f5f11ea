package dev.toolsmith.platform.cli;

import dev.toolsmith.platform.DataFolder;
import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ConnectionState;
import dev.toolsmith.platform.store.StoreWrites;
import dev.toolsmith.platform.store.sqlite.SqliteStore;
import dev.toolsmith.platform.vault.MasterKey;
import dev.toolsmith.platform.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A data folder with connections, closed. */
record FilledFolder(DataFolder folder, Optional<String> key) {

    static final int CONNECTIONS = 3;
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    static FilledFolder at(Path path, Optional<String> key) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        FilledFolder filled = new FilledFolder(new DataFolder(path), key);
        filled.change((writes, vault) -> {
            for (int i = 0; i < CONNECTIONS; i++) {
                String id = "con_" + i;
                Connection connection = new Connection(
                        id,
                        "attio",
                        "Sales",
                        ConnectionState.ACTIVE,
                        "",
                        id,
                        "",
                        Optional.empty(),
                        "y-0",
                        "a",
                        NOW,
                        NOW);
                writes.insert(connection, vault.seal(writes, id, "canary-key-" + i));
                AuditEvent.Subject subject = new AuditEvent.Subject("", id, "", "", "a", "");
                writes.append(AuditEvent.change(NOW, "connection.created", subject, Map.of()));
            }
        });
        return filled;
    }

    void change(BiConsumer<StoreWrites, Vault> change) {
        try (SqliteStore store = SqliteStore.open(folder.database())) {
            Vault vault = Vault.open(MasterKey.open(folder.masterKey(), key), store);
            store.attestWith(vault.mac("audit-head")::of);
            store.write(writes -> {
                        change.accept(writes, vault);
                        return true;
                    })
                    .join();
        }
    }

    /** How many credentials decrypt to what they were. */
    int readable(Optional<String> otherKey) {
        try (SqliteStore store = SqliteStore.open(folder.database())) {
            Vault vault = Vault.open(MasterKey.open(folder.masterKey(), otherKey), store);
            int readable = 0;
            for (int i = 0; i < CONNECTIONS; i++) {
                String id = "con_" + i;
                var row = store.read(reads -> reads.credential(id).orElseThrow());
                String mark = vault.mac("credential|" + id).of("canary-key-" + i);
                readable += vault.markOf(id, row).equals(mark) ? 1 : 0;
            }
            return readable;
        }
    }
}
