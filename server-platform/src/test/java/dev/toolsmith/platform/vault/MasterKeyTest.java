package dev.toolsmith.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MasterKeyTest {

    @TempDir
    Path data;

    private Path file;

    @BeforeEach
    void place() {
        file = data.resolve("keys").resolve("master.key");
    }

    private MasterKey created() {
        MasterKey key = MasterKey.open(file, Optional.empty());
        key.createIfMissing();
        return key;
    }

    @Test
    void theFileAndItsFolderAreTheOwnersAlone() throws IOException {
        created();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void openingAloneMakesNoFile() {
        MasterKey key = MasterKey.open(file, Optional.empty());
        assertThat(key.isMissing()).isTrue();
        assertThat(file).doesNotExist();
        assertThatThrownBy(key::ring).isInstanceOf(VaultException.class).hasMessageContaining("missing");
    }

    @Test
    void theSameKeyIsReadFromFileJsonAndBase64() throws IOException {
        MasterKey key = created();
        byte[] sealed = key.ring().encrypt(new byte[] {1, 2, 3}, "here");
        String json = Files.readString(file);
        String base64 = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        for (MasterKey same : new MasterKey[] {
            MasterKey.open(file, Optional.empty()),
            MasterKey.open(data, Optional.of(json)),
            MasterKey.open(data, Optional.of(" " + base64 + "\n"))
        }) {
            assertThat(same.ring().ids()).isEqualTo(key.ring().ids());
            assertThat(same.ring().primaryId()).isEqualTo(key.ring().primaryId());
            assertThatThrownBy(() -> same.ring().decrypt(sealed, "there")).isInstanceOf(GeneralSecurityException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw-----w-", "rw----r--", "rwx--x---"})
    void aFileThatOthersMayUseIsRefused(String mode) throws IOException {
        created();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        assertThatThrownBy(() -> MasterKey.open(file, Optional.empty()))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aFolderThatOthersMayChangeIsRefused() throws IOException {
        created();
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxrwx---"));
        assertThatThrownBy(() -> MasterKey.open(file, Optional.empty()))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("chmod 700");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{", "canary", "Y2FuYXJ5", "{\"primaryKeyId\":1,\"key\":[]}", "null", "[1]"})
    void whatIsNoKeyIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> MasterKey.open(file, Optional.of(text)))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining(MasterKey.VARIABLE)
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    @Test
    void nothingShowsTheKey() throws IOException {
        MasterKey key = created();
        String json = Files.readString(file);
        String secret = json.replaceAll("(?s).*\"value\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        assertThat(secret).hasSizeGreaterThan(40).isNotEqualTo(json);
        assertThat(key.toString() + key.ring()).doesNotContain(secret);
    }
}
