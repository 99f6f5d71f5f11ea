package dev.toolsmith.platform.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.toolsmith.platform.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that cannot be used is refused in one clear line, and left as it is. */
class UnfitDatabaseTest {

    @TempDir
    Path temporary;

    private Path database;

    @BeforeEach
    void place() {
        database = temporary.resolve("data/toolsmith.db");
    }

    @Test
    void filesAreForTheirOwnerOnly() throws IOException {
        try (SqliteStore store = SqliteStore.open(database)) {
            store.attestWith(Samples.KEY);
            assertThat(permissions(database.getParent())).isEqualTo("rwx------");
            assertThat(permissions(database)).isEqualTo("rw-------");
            assertThat(permissions(database.resolveSibling("toolsmith.db-wal"))).isEqualTo("rw-------");
            assertThat(permissions(database.resolveSibling("toolsmith.db-shm"))).isEqualTo("rw-------");
        }
    }

    @Test
    void anEmptyFolderIsClosedToOthers() throws IOException {
        Files.createDirectory(database.getParent());
        permit(database.getParent(), "rwxr-xr-x");
        SqliteStore.open(database).close();
        assertThat(permissions(database.getParent())).isEqualTo("rwx------");
    }

    @Test
    void aFolderThatOthersMayWriteToIsRefused() throws IOException {
        Files.createDirectory(database.getParent());
        Files.writeString(database.resolveSibling("other"), "x");
        permit(database.getParent(), "rwxrwxrwx");
        assertRefused("Others may write to the folder");
        assertThat(database).doesNotExist();
    }

    @Test
    void aDatabaseThatOthersMayReadIsRefused() throws IOException {
        SqliteStore.open(database).close();
        permit(database, "rw-r--r--");
        assertRefused("Others may open the database");
    }

    @Test
    void aFileWithAnotherHeaderIsRefused() throws IOException {
        SqliteStore.open(database).close();
        byte[] bytes = Files.readAllBytes(database);
        bytes[3] ^= 1;
        Files.write(database, bytes);
        assertRefused("its header is wrong");
    }

    @Test
    void aDatabaseThatIsDamagedBehindItsHeaderIsRefused() throws IOException {
        SqliteStore.open(database).close();
        byte[] bytes = Files.readAllBytes(database);
        for (int i = 100; i < 8192; i++) {
            bytes[i] = 0x5a;
        }
        Files.write(database, bytes);
        assertRefused("The database");
    }

    @Test
    void aNewerSchemaIsRefused() throws IOException, SQLException {
        SqliteStore.open(database).close();
        run(
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success) VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, '', 1, 1)");
        assertRefused("written by a newer version (schema 99)");
    }

    @Test
    void aDatabaseOfAnotherProgramIsRefused() throws IOException, SQLException {
        Files.createDirectory(database.getParent());
        DatabaseFile.create(database);
        run("CREATE TABLE songs (title TEXT)");
        assertRefused("cannot be brought up to date");
    }

    @Test
    void aLinkIsRefused() throws IOException {
        SqliteStore.open(database).close();
        Path link = Files.createSymbolicLink(temporary.resolve("link.db"), database);
        assertThatThrownBy(() -> SqliteStore.open(link))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no plain file");
    }

    @Test
    void aPlaceWhereNoFileCanBeMadeIsRefused() {
        assertThatThrownBy(() -> SqliteStore.open(Path.of("/proc/self/toolsmith.db")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be opened")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfs", "nfs4", "cifs", "smb", "smb3", "SMB2", "fuse.sshfs"})
    void networkFileSystemsAreRefused(String type) {
        assertThatThrownBy(() -> DatabaseFile.refuseNetwork(type))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("network file system");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "apfs", "zfs"})
    void localFileSystemsAreNot(String type) {
        DatabaseFile.refuseNetwork(type);
    }

    private void assertRefused(String reason) throws IOException {
        byte[] before = Files.exists(database) ? Files.readAllBytes(database) : new byte[0];
        Throwable refusal = catchThrowable(() -> SqliteStore.open(database).close());
        assertThat(refusal).isInstanceOf(StoreException.class).hasMessageContaining(reason);
        assertThat(refusal.getMessage()).doesNotContain("\n");
        byte[] after = Files.exists(database) ? Files.readAllBytes(database) : new byte[0];
        assertThat(after).isEqualTo(before);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void permit(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
