package dev.toolsmith.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.DataFolder;
import dev.toolsmith.platform.model.SealedCredential;
import dev.toolsmith.platform.vault.MasterKey;
import dev.toolsmith.platform.web.WebSettings;
import dev.toolsmith.runtime.cli.ConfigurationException;
import dev.toolsmith.runtime.json.JsonTree;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class DoctorTest {

    @TempDir
    Path path;

    private List<Finding> data(Optional<String> key, Instant now) {
        return new DataChecks(new DataFolder(path), key, Clock.fixed(now, ZoneOffset.UTC)).findings();
    }

    private List<Finding> data() {
        return data(Optional.empty(), FilledFolder.NOW);
    }

    private FilledFolder filled() throws IOException {
        return FilledFolder.at(path, Optional.empty());
    }

    private static void failed(List<Finding> findings, String check, String... says) {
        assertThat(findings)
                .filteredOn(finding -> finding.state() != Finding.State.OK)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.state()).isEqualTo(Finding.State.FAILED);
                    assertThat(finding.check()).isEqualTo(check);
                    assertThat(finding.text()).contains(says);
                });
    }

    @Test
    void aSoundFolderIsOk() throws Exception {
        filled();
        assertThat(data()).extracting(Finding::state).containsOnly(Finding.State.OK);
        assertThat(data())
                .extracting(Finding::check)
                .containsExactly(
                        "permissions", "database", "master key", "credentials", "versions", "audit trail", "clock");
    }

    @Test
    void aFolderThatIsNotThereIsNotMade() {
        Path none = path.resolve("none");
        failed(
                new DataChecks(new DataFolder(none), Optional.empty(), Clock.systemUTC()).findings(),
                "data folder",
                "There is no folder");
        assertThat(none).doesNotExist();
    }

    @Test
    void aFolderWithoutADatabaseGetsNone() throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        assertThat(data())
                .filteredOn(finding -> finding.state() == Finding.State.WARNING)
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("serve"));
        assertThat(path).isEmptyDirectory();
    }

    @Test
    void filesThatOthersCanUseAreNamed() throws IOException {
        filled();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-x---"));
        failed(data(), "permissions", path.toString(), "chmod -R go-rwx");
    }

    @Test
    void aMissingKeyIsSaid() throws IOException {
        Files.delete(filled().folder().masterKey());
        failed(data(), "master key", "missing");
        assertThat(path.resolve("keys/master.key")).doesNotExist();
    }

    @Test
    void anotherKeyIsSaid() throws IOException {
        filled();
        failed(data(Optional.of(MasterKey.newText()), FilledFolder.NOW), "master key", "not the one");
    }

    @Test
    void aCredentialThatDoesNotDecryptIsNamed() throws IOException {
        filled().change((writes, vault) -> {
            SealedCredential row = writes.credential("con_1").orElseThrow();
            row.ciphertext()[10] ^= 1;
            writes.replaceCredential("con_1", row);
        });
        failed(data(), "credentials", "con_1 (Sales)", "Authorise");
    }

    @Test
    void aDamagedHeaderIsSaidAndTheFileIsLeftAsItIs() throws IOException {
        Path database = filled().folder().database();
        try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
            file.write("nonsense".getBytes(StandardCharsets.UTF_8));
        }
        byte[] before = Files.readAllBytes(database);
        failed(data(), "database", "header", "Restore a backup");
        assertThat(Files.readAllBytes(database)).isEqualTo(before);
    }

    @Test
    void aDamagedPageIsSaid() throws IOException {
        Path database = filled().folder().database();
        try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
            file.seek(3L * 4096);
            file.write(new byte[4096]);
        }
        assertThat(data())
                .filteredOn(finding -> finding.check().equals("database"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.state()).isEqualTo(Finding.State.FAILED));
    }

    @Test
    void aNewerSchemaIsSaid() throws Exception {
        filled();
        sql("INSERT INTO flyway_schema_history SELECT 99, '99', description, type, script, checksum, installed_by,"
                + " installed_on, execution_time, success FROM flyway_schema_history WHERE installed_rank = 1");
        failed(data(), "database", "newer version", "99");
    }

    @Test
    void aTrailThatWasCutIsSaid() throws Exception {
        filled();
        sql("DROP TRIGGER audit_keeps_rows");
        sql("DELETE FROM audit WHERE sequence = 3");
        failed(data(), "audit trail", "audit verify");
    }

    private void sql(String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path.resolve("toolsmith.db"));
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    @Test
    void aClockThatWentBackIsSaid() throws IOException {
        filled();
        assertThat(data(Optional.empty(), FilledFolder.NOW.minusSeconds(3600)))
                .filteredOn(finding -> finding.check().equals("clock"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.state()).isEqualTo(Finding.State.WARNING));
        failed(data(Optional.empty(), Instant.EPOCH), "clock", "1970");
    }

    private static WebSettings web(int port) {
        return new WebSettings("127.0.0.1", port, Optional.empty(), List.of(), Optional.empty(), List.of());
    }

    private List<Finding> machine(int port) {
        return new MachineChecks(new DataFolder(path), () -> web(port)).findings();
    }

    @Test
    void aPortThatIsTakenIsSaidUnlessOurServerHasIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            failed(machine(taken.getLocalPort()), "port", "--port");
            try (AutoCloseable held = new DataFolder(path).take()) {
                assertThat(held).isNotNull();
                assertThat(machine(taken.getLocalPort()))
                        .filteredOn(finding -> finding.check().equals("port"))
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.text()).contains("running"));
            }
        }
        assertThat(machine(0)).noneMatch(finding -> finding.state() == Finding.State.FAILED);
    }

    @Test
    void anAddressThatDoesNotFitIsSaid() {
        failed(
                new MachineChecks(new DataFolder(path), () -> {
                            throw new ConfigurationException("--public-url is https");
                        })
                        .findings(),
                "addresses",
                "--public-url is https");
    }

    @Test
    void theVerbPrintsALineForEachCheckOrOneObject() throws Exception {
        filled();
        VerbRun lines = VerbRun.of(Map.of(), "doctor", "--data-dir", path.toString(), "--port", "0");
        assertThat(lines.exit()).as(lines.out() + lines.err()).isZero();
        assertThat(lines.out().lines()).allMatch(line -> line.matches("(ok|warning) +[a-z ]+: .*"));
        VerbRun json = VerbRun.of(
                Map.of(), "doctor", "--data-dir", path.toString(), "--json", "--public-url", "http://example.com");
        assertThat(json.exit()).isEqualTo(1);
        JsonNode checks =
                JsonTree.read(json.out().getBytes(StandardCharsets.UTF_8)).path("checks");
        assertThat(checks.size()).isGreaterThan(6);
        assertThat(checks.toString()).contains("\"state\":\"failed\"", "--public-url");
        assertThat(lines.err() + json.err()).isEmpty();
    }
}
