package dev.toolsmith.platform.vault;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ConnectionState;
import dev.toolsmith.platform.model.SealedCredential;
import dev.toolsmith.platform.store.Settled;
import dev.toolsmith.platform.store.StoreReads;
import dev.toolsmith.platform.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A data folder with its store, master key and vault open. */
record DataFolder(Path path, SqliteStore store, MasterKey master, Vault vault) implements AutoCloseable {

    static DataFolder open(Path path) {
        return open(path, MasterKey.open(path.resolve("keys").resolve("master.key"), Optional.empty()));
    }

    static DataFolder open(Path path, MasterKey master) {
        SqliteStore store = SqliteStore.open(path.resolve("toolsmith.db"));
        try {
            Vault vault = Vault.open(master, store);
            store.attestWith(vault.mac("audit-head")::of);
            return new DataFolder(path, store, master, vault);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    static String credentialOf(String id) {
        return "canary-key-of-" + id;
    }

    void add(String id) {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        Connection connection = new Connection(
                id, "attio", id, ConnectionState.ACTIVE, "", id, "", Optional.empty(), "f-id", "adm_1", now, now);
        Settled.of(store.write(writes -> {
            writes.insert(connection, vault.seal(writes, id, credentialOf(id)));
            return true;
        }));
    }

    void add(int count) {
        for (int i = 0; i < count; i++) {
            add(id(i));
        }
    }

    static String id(int number) {
        return "con_%04d".formatted(number);
    }

    /** How many credentials decrypt to what they were. */
    long readable() {
        return store.read(StoreReads::connections).stream()
                .map(Connection::id)
                .filter(id -> holds(id, row(id), credentialOf(id)))
                .count();
    }

    SealedCredential row(String id) {
        return store.read(reads -> reads.credential(id).orElseThrow());
    }

    /** Whether it is this credential that is encrypted, in this row or in what has taken its place. */
    boolean holds(String id, SealedCredential sealed, String credential) {
        return vault.current(id, sealed, row -> vault.markOf(id, row))
                .equals(vault.mac("credential|" + id).of(credential));
    }

    @Override
    public void close() {
        store.close();
    }
}
