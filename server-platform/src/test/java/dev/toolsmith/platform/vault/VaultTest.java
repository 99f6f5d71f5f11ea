package dev.toolsmith.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.platform.model.SealedCredential;
import dev.toolsmith.platform.store.Settled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VaultTest {

    private static final String CANARY = "canary-51f0c2a9";

    @TempDir
    Path path;

    private DataFolder data;

    @BeforeEach
    void open() {
        data = DataFolder.open(path);
    }

    @AfterEach
    void close() {
        data.close();
    }

    private void reopen() {
        data.close();
        data = DataFolder.open(path);
    }

    private SealedCredential sealed(String id) {
        return data.vault().seal(id, CANARY);
    }

    @Test
    void aCredentialComesBackForItsConnectionAlone() {
        SealedCredential sealed = sealed("con_a");
        assertThat(data.holds("con_a", sealed, CANARY)).isTrue();
        assertThat(data.holds("con_a", sealed, CANARY + "x")).isFalse();
        refused("con_b", sealed);
        assertThat(data.vault().reveal("con_a", sealed).toString()).isEqualTo("***");
    }

    @Test
    void partsOfTwoConnectionsDoNotMix() {
        SealedCredential a = sealed("con_a");
        SealedCredential b = sealed("con_b");
        SealedCredential again = sealed("con_a");
        refused("con_a", new SealedCredential(b.keyset(), a.ciphertext()));
        refused("con_a", new SealedCredential(a.keyset(), b.ciphertext()));
        refused("con_a", new SealedCredential(again.keyset(), a.ciphertext()));
        refused("con_a", new SealedCredential(a.ciphertext(), a.keyset()));
    }

    @Test
    void everyFlippedBitIsNoticed() {
        SealedCredential sealed = sealed("con_a");
        int flips = 0;
        for (int bit = 0; bit < sealed.ciphertext().length * 8; bit++, flips++) {
            refused("con_a", new SealedCredential(sealed.keyset(), flipped(sealed.ciphertext(), bit)));
        }
        for (int bit = 0; bit < sealed.keyset().length * 8; bit++, flips++) {
            refused("con_a", new SealedCredential(flipped(sealed.keyset(), bit), sealed.ciphertext()));
        }
        assertThat(flips).isGreaterThan(500);
    }

    @Test
    void everyCutIsNoticed() {
        SealedCredential sealed = sealed("con_a");
        for (int length = 0; length < sealed.ciphertext().length; length++) {
            refused("con_a", new SealedCredential(sealed.keyset(), Arrays.copyOf(sealed.ciphertext(), length)));
        }
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] other = bytes.clone();
        other[bit / 8] ^= (byte) (1 << (bit % 8));
        return other;
    }

    private void refused(String id, SealedCredential sealed) {
        assertThatThrownBy(() -> data.vault().reveal(id, sealed))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining(id)
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void whatAnotherDataFolderEncryptedIsRefused(@TempDir Path elsewhere) {
        try (DataFolder other = DataFolder.open(elsewhere)) {
            refused("con_a", other.vault().seal("con_a", CANARY));
        }
    }

    @Test
    void hashesStayTheSameAndDifferByPurposeAndFolder(@TempDir Path elsewhere) {
        String before = data.vault().mac("url-token").of("text");
        assertThat(before).hasSize(43).doesNotContain("=", "+", "/");
        assertThat(data.vault().mac("api-token").of("text")).isNotEqualTo(before);
        reopen();
        assertThat(data.vault().mac("url-token").of("text")).isEqualTo(before);
        try (DataFolder other = DataFolder.open(elsewhere)) {
            assertThat(other.vault().mac("url-token").of("text")).isNotEqualTo(before);
        }
    }

    @Test
    void marksTellEqualCredentialsAndNothingElse() {
        String mark = data.vault().markOf("con_a", sealed("con_a"));
        assertThat(data.vault().markOf("con_a", sealed("con_a"))).isEqualTo(mark);
        assertThat(data.vault().markOf("con_a", data.vault().seal("con_a", "other")))
                .isNotEqualTo(mark);
        assertThat(data.vault().markOf("con_b", sealed("con_b"))).isNotEqualTo(mark);
    }

    @Test
    void aMissingKeyIsSaidAndNothingIsMade() throws IOException {
        data.add("con_a");
        data.close();
        Files.delete(path.resolve("keys/master.key"));
        assertThatThrownBy(() -> DataFolder.open(path))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("missing")
                .hasMessageContaining("backup");
        assertThat(path.resolve("keys/master.key")).doesNotExist();
    }

    @Test
    void anotherKeyIsSaidAndChangesNothing(@TempDir Path elsewhere) throws IOException {
        data.add("con_a");
        data.close();
        byte[] before = Files.readAllBytes(path.resolve("toolsmith.db"));
        MasterKey other = MasterKey.open(path, Optional.of(MasterKey.newText()));
        assertThatThrownBy(() -> DataFolder.open(path, other))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("not the one");
        assertThat(Files.readAllBytes(path.resolve("toolsmith.db"))).isEqualTo(before);
    }

    @Test
    void aDamagedRootOfHashesIsSaid() {
        changed(Vault.MAC_ROOT, bytes -> flipped(bytes, 99));
        assertThatThrownBy(this::reopen).isInstanceOf(VaultException.class).hasMessageContaining(Vault.MAC_ROOT);
    }

    @Test
    void aRemovedRootOfHashesIsNotMadeAnew() {
        changed(Vault.MAC_ROOT, bytes -> new byte[0]);
        assertThatThrownBy(this::reopen).isInstanceOf(VaultException.class).hasMessageContaining("damaged");
    }

    private void changed(String name, UnaryOperator<byte[]> change) {
        Settled.of(data.store().write(writes -> {
            writes.setValue(name, change.apply(writes.value(name).orElseThrow()));
            return true;
        }));
    }

    @Test
    void theKeyFromTheEnvironmentNeedsNoFile(@TempDir Path elsewhere) {
        String key = MasterKey.newText();
        try (DataFolder other = DataFolder.open(elsewhere, MasterKey.open(elsewhere, Optional.of(key)))) {
            other.add("con_a");
        }
        assertThat(elsewhere.resolve("keys")).doesNotExist();
        try (DataFolder other = DataFolder.open(elsewhere, MasterKey.open(elsewhere, Optional.of(key)))) {
            assertThat(other.readable()).isEqualTo(1);
        }
    }

    @Test
    void filesHoldNoCredential() throws IOException {
        data.add("con_a");
        data.close();
        try (var files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("canary");
            }
        }
    }
}
