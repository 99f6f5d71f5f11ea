package dev.toolsmith.platform.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ConnectionState;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.SealedCredential;
import dev.toolsmith.platform.store.ChangeLock;
import dev.toolsmith.runtime.tool.ToolResult;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectionsTest {

    @TempDir
    Path folder;

    private AccountRig rig;
    private Connections connections;

    @BeforeEach
    void open() {
        rig = new AccountRig(folder);
        connections = rig.connections();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static void problem(int status, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.status()).isEqualTo(status);
        });
    }

    @Test
    void whatTheApiSaysOfAnAccountIsKept() throws Exception {
        String token = rig.newToken("note:read", "task:read-write");
        Connection made = connections.connect(AccountRig.ACTOR, "attio", " Sales ", "  " + token + "\n");
        assertThat(made.name()).isEqualTo("Sales");
        assertThat(made.state()).isEqualTo(ConnectionState.ACTIVE);
        assertThat(made.scopes().orElseThrow()).containsExactlyInAnyOrder("note:read", "task:read-write");
        assertThat(made.workspaceId()).isNotEmpty().isNotEqualTo(made.id());
        assertThat(made.workspaceName()).isNotEmpty();
        assertThat(made.credentialHint()).isEqualTo(token.substring(token.length() - 4));
        assertThat(connections.get(made.id())).isEqualTo(made);
        assertThat(connections.all()).containsExactly(made);
        assertThat(rig.events()).containsExactly("connection.created");
        assertThat(rig.bodies().toString()).doesNotContain(token);
    }

    @Test
    void anotherStartFindsTheSameConnections() {
        Connection first = rig.connect(connections);
        rig.clock.move(Duration.ofSeconds(1));
        Connection second = connections.connect(AccountRig.ACTOR, "attio", "Another", rig.sandbox.token());
        Connections again = rig.connections();
        assertThat(again.all()).containsExactly(first, second);
        assertThat(again.credentialOf(first.id()).credential()).isPresent();
    }

    @Test
    void aRefusedCredentialKeepsNothing() {
        problem(
                422,
                "credential_refused",
                () -> connections.connect(AccountRig.ACTOR, "attio", "Sales", "canary-wrong-key"));
        rejected();
    }

    private void rejected() {
        assertThat(connections.all()).isEmpty();
        assertThat(rig.connections().all()).isEmpty();
        assertThat(rig.events()).isEmpty();
    }

    @Test
    void anApiThatCannotBeReachedKeepsNothing() {
        rig.move(URI.create("http://127.0.0.1:1"));
        problem(502, "upstream_unreachable", () -> rig.connect(connections));
        rejected();
    }

    @Test
    void aQuestionThatCannotBeRecordedIsNotTheApisFault() {
        ToolResult unrecorded =
                ToolResult.failure("audit_unavailable", "Not recorded.", Optional.empty(), Optional.empty());
        AccountProbe probe = (connection, credential) -> CompletableFuture.completedFuture(unrecorded);
        Connections mute = new Connections(
                rig.store, rig.vault, () -> List.of(AccountRig.ATTIO), () -> probe, new ChangeLock(), rig.clock);
        problem(503, "audit_unavailable", () -> rig.connect(mute));
        rejected();
    }

    @Test
    void anApiThatIsBrokenKeepsNothing() throws Exception {
        rig.answerNext(500, 10);
        problem(502, "upstream_unreachable", () -> rig.connect(connections));
        rejected();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "canary\u0000key", "canary\nkey", "canary\u200bkey", "canäry"})
    void whatNoHeaderMayHoldIsNoCredential(String text) {
        assertThatThrownBy(() -> connections.connect(AccountRig.ACTOR, "attio", "Sales", text))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo("invalid_credential");
                    assertThat(problem.pointer()).isEqualTo("/api_key");
                    assertThat(problem.detail()).doesNotContain("canary").doesNotContain("canäry");
                });
        assertThat(rig.probes).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u001b[2Jb"})
    void aNameIsOneLine(String name) {
        problem(422, "invalid_name", () -> connections.connect(AccountRig.ACTOR, "attio", name, rig.sandbox.token()));
    }

    @Test
    void anAppThatIsNotServedIsNamed() {
        problem(
                422,
                "unknown_app",
                () -> connections.connect(AccountRig.ACTOR, "hubspot", "Sales", rig.sandbox.token()));
        problem(404, "not_found", () -> connections.get("con_none"));
        assertThat(connections.current("con_none")).isEmpty();
    }

    @Test
    void anApiThatCannotBeAskedIsTakenAsItIs() {
        Connections plain = rig.connections(List.of(HostedApi.plain("attio")));
        Connection made = plain.connect(AccountRig.ACTOR, "attio", "Sales", "any");
        assertThat(made.state()).isEqualTo(ConnectionState.ACTIVE);
        assertThat(made.scopes()).isEmpty();
        assertThat(made.workspaceId()).isEqualTo(made.id());
        assertThat(rig.probes).hasValue(0);
        assertThat(plain.unauthorized(made.id()).join()).isEqualTo(ConnectionState.SUSPECT);
    }

    @Test
    void aPausedConnectionGivesNoCredentialUntilItIsResumed() {
        String id = rig.connect(connections).id();
        assertThat(connections.credentialOf(id).credential()).isPresent();
        assertThat(connections.pause(AccountRig.ACTOR, id).state()).isEqualTo(ConnectionState.PAUSED);
        assertThat(connections.credentialOf(id).credential()).isEmpty();
        connections.pause(AccountRig.ACTOR, id);
        assertThat(connections.resume(AccountRig.ACTOR, id).state()).isEqualTo(ConnectionState.ACTIVE);
        connections.resume(AccountRig.ACTOR, id);
        assertThat(connections.credentialOf(id).credential()).isPresent();
        assertThat(rig.events()).containsExactly("connection.created", "connection.paused", "connection.resumed");
    }

    @Test
    void aCheckKeepsWhatTheApiSaysNow() throws Exception {
        String token = rig.newToken();
        Connection made = connections.connect(AccountRig.ACTOR, "attio", "Sales", token);
        rig.clock.move(Duration.ofMinutes(1));
        assertThat(connections.check(AccountRig.ACTOR, made.id()).updatedAt()).isAfter(made.updatedAt());
        rig.revoke(token);
        assertThat(connections.check(AccountRig.ACTOR, made.id()).state()).isEqualTo(ConnectionState.REVOKED);
        assertThat(connections.credentialOf(made.id()).credential()).isEmpty();
        problem(409, "connection_revoked", () -> connections.resume(AccountRig.ACTOR, made.id()));
        problem(409, "connection_revoked", () -> connections.pause(AccountRig.ACTOR, made.id()));
        assertThat(rig.connections().get(made.id()).state()).isEqualTo(ConnectionState.REVOKED);
        assertThat(rig.events()).containsExactly("connection.created", "connection.checked", "connection.checked");
    }

    @Test
    void aCheckThatGetsNoAnswerChangesNothing() {
        Connection made = rig.connect(connections);
        rig.move(URI.create("http://127.0.0.1:1"));
        problem(502, "upstream_unreachable", () -> connections.check(AccountRig.ACTOR, made.id()));
        assertThat(connections.get(made.id())).isEqualTo(made);
    }

    @Test
    void aNewCredentialMakesARevokedConnectionActive() throws Exception {
        String token = rig.newToken();
        String id =
                connections.connect(AccountRig.ACTOR, "attio", "Sales", token).id();
        rig.revoke(token);
        connections.check(AccountRig.ACTOR, id);
        problem(422, "credential_refused", () -> connections.reauthorise(AccountRig.ACTOR, id, token));
        long generation = connections.generation(id);
        String other = rig.newToken("note:read");
        Connection again = connections.reauthorise(AccountRig.ACTOR, id, other);
        assertThat(again.state()).isEqualTo(ConnectionState.ACTIVE);
        assertThat(again.scopes()).contains(List.of("note:read"));
        assertThat(again.credentialHint()).isEqualTo(other.substring(other.length() - 4));
        assertThat(connections.generation(id)).isGreaterThan(generation);
        assertThat(connections.credentialOf(id).credential()).isPresent();
        assertThat(connections.check(AccountRig.ACTOR, id).state()).isEqualTo(ConnectionState.ACTIVE);
        assertThat(rig.connections().credentialOf(id).credential()).isPresent();
    }

    @Test
    void aCredentialOfAnotherWorkspaceIsRefused() throws Exception {
        String id = rig.connect(connections).id();
        try (ScriptedApi other = new ScriptedApi()) {
            other.answer(200, "{\"active\":true,\"workspace_id\":\"other\",\"scope\":\"\"}");
            rig.move(other.address());
            problem(409, "other_workspace", () -> connections.reauthorise(AccountRig.ACTOR, id, "key"));
        }
        assertThat(rig.events()).containsExactly("connection.created");
    }

    @Test
    void aRenamedConnectionKeepsTheRest() {
        Connection made = rig.connect(connections);
        Connection renamed = connections.rename(AccountRig.ACTOR, made.id(), "Marketing");
        assertThat(renamed.name()).isEqualTo("Marketing");
        assertThat(renamed.scopes()).isEqualTo(made.scopes());
        assertThat(connections.get(made.id())).isEqualTo(renamed);
        problem(404, "not_found", () -> connections.rename(AccountRig.ACTOR, "con_none", "x"));
    }

    @Test
    void nothingOfADeletedCredentialStaysOnTheDisk() throws Exception {
        String id = rig.connect(connections).id();
        SealedCredential row = rig.store.read(reads -> reads.credential(id).orElseThrow());
        assertThat(onDisk(row.ciphertext()) && onDisk(row.keyset()))
                .as("the search finds what is there")
                .isTrue();
        List<String> heard = new ArrayList<>();
        connections.onDeleted(gone -> {
            assertThat(connections.current(gone)).isEmpty();
            heard.add(gone);
        });
        connections.delete(AccountRig.ACTOR, id);
        assertThat(heard).containsExactly(id);
        assertThat(onDisk(row.ciphertext())).isFalse();
        assertThat(onDisk(row.keyset())).isFalse();
        assertThat(onDisk(rig.sandbox.token().getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(connections.all()).isEmpty();
        assertThat(connections.credentialOf(id).credential()).isEqualTo(Optional.empty());
        problem(404, "not_found", () -> connections.delete(AccountRig.ACTOR, id));
        assertThat(rig.events()).containsExactly("connection.created", "connection.deleted");
    }

    @Test
    void aReplacedCredentialIsGoneFromTheDiskToo() throws Exception {
        String id = rig.connect(connections).id();
        SealedCredential row = rig.store.read(reads -> reads.credential(id).orElseThrow());
        connections.reauthorise(AccountRig.ACTOR, id, rig.newToken());
        assertThat(onDisk(row.ciphertext())).isFalse();
        assertThat(onDisk(row.keyset())).isFalse();
    }

    private boolean onDisk(byte[] wanted) throws IOException {
        String needle = new String(wanted, StandardCharsets.ISO_8859_1);
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(needle)) {
                    return true;
                }
            }
        }
        return false;
    }
}
