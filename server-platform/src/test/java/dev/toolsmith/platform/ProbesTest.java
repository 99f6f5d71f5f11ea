package dev.toolsmith.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.store.sqlite.SqliteStore;
import dev.toolsmith.platform.vault.HookedStore;
import dev.toolsmith.platform.vault.KeyRotation;
import dev.toolsmith.platform.vault.MasterKey;
import dev.toolsmith.platform.vault.Vault;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProbesTest {

    @TempDir
    Path folder;

    private MasterKey key() {
        return MasterKey.open(folder.resolve("master.key"), Optional.empty());
    }

    @Test
    void aKeyThatIsReplacedWhileItIsTriedIsReady() {
        Path database = folder.resolve("toolsmith.db");
        try (HookedStore store = new HookedStore(SqliteStore.open(database))) {
            Vault vault = Vault.open(key(), store);
            store.afterRead(() -> {
                replace(database);
                assertThat(vault.seal("con_other", "takes up the new key")).isNotNull();
            });
            assertThat(Probes.of(store, vault, Clock.systemUTC()).get("key").getAsBoolean())
                    .isTrue();
        }
    }

    private void replace(Path database) {
        MasterKey key = key();
        try (SqliteStore store = SqliteStore.open(database)) {
            Vault vault = Vault.open(key, store);
            store.attestWith(vault.mac("audit-head")::of);
            new KeyRotation(store, key, vault, Clock.systemUTC(), (count, total) -> {}).masterKey();
        }
    }
}
