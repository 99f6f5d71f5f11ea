package dev.toolsmith.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.model.ConnectionState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfirmationsTest {

    private static final int CALLS = 100;

    @TempDir
    Path folder;

    private AccountRig rig;
    private Connections connections;
    private String token;
    private String id;

    @BeforeEach
    void open() throws Exception {
        rig = new AccountRig(folder);
        connections = rig.connections();
        token = rig.newToken();
        id = connections.connect(AccountRig.ACTOR, "attio", "Sales", token).id();
        rig.probes.set(0);
    }

    @AfterEach
    void close() {
        rig.gate.complete(null);
        rig.close();
    }

    private ConnectionState unauthorized() throws Exception {
        return connections.unauthorized(id).get(30, TimeUnit.SECONDS);
    }

    private List<ConnectionState> storm() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLS);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<ConnectionState>> answers = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            answers.add(callers.submit(() -> {
                start.await();
                return unauthorized();
            }));
        }
        start.countDown();
        List<ConnectionState> states = new ArrayList<>();
        for (Future<ConnectionState> answer : answers) {
            states.add(answer.get(60, TimeUnit.SECONDS));
        }
        callers.shutdown();
        return states;
    }

    @Test
    void aHundredRefusedCallsAskOnceAndRevokeOnce() throws Exception {
        rig.revoke(token);
        assertThat(storm()).hasSize(CALLS).containsOnly(ConnectionState.REVOKED);
        assertThat(rig.probes).hasValue(1);
        assertThat(rig.events()).containsExactly("connection.created", "connection.state");
        assertThat(connections.get(id).state()).isEqualTo(ConnectionState.REVOKED);
        assertThat(connections.credentialOf(id).credential()).isEmpty();
        assertThat(rig.connections().get(id).state()).isEqualTo(ConnectionState.REVOKED);
        assertThat(unauthorized()).isEqualTo(ConnectionState.REVOKED);
        assertThat(rig.probes).hasValue(1);
    }

    @Test
    void aHundredRefusedCallsOfAGoodCredentialAskOnce() throws Exception {
        assertThat(storm()).hasSize(CALLS).containsOnly(ConnectionState.SUSPECT);
        assertThat(rig.probes).hasValue(1);
        assertThat(rig.events()).containsExactly("connection.created", "connection.state");
        assertThat(connections.credentialOf(id).credential()).isPresent();
    }

    @Test
    void aSecond401RevokesToo() throws Exception {
        rig.answerNext(401, 5);
        assertThat(unauthorized()).isEqualTo(ConnectionState.REVOKED);
        assertThat(rig.probes).hasValue(1);
    }

    @Test
    void anApiThatIsOutOfReachRevokesNothing() throws Exception {
        rig.move(URI.create("http://127.0.0.1:1"));
        assertThat(unauthorized()).isEqualTo(ConnectionState.SUSPECT);
        assertThat(connections.get(id).stateReason()).contains("could not be asked");
    }

    @Test
    void anAnswerThatSaysNothingRevokesNothing() throws Exception {
        try (ScriptedApi api = new ScriptedApi()) {
            rig.move(api.address());
            api.answer(200, "[]");
            assertThat(unauthorized()).isEqualTo(ConnectionState.SUSPECT);
            rig.clock.move(Duration.ofHours(1));
            api.answer(200, "{\"active\":\"false\"}");
            assertThat(unauthorized()).isEqualTo(ConnectionState.SUSPECT);
            assertThat(rig.probes).hasValue(2);
        }
    }

    @Test
    void anApiThatDoesNotAnswerIsNotWaitedFor() throws Exception {
        rig.gate = new CompletableFuture<>();
        assertThat(unauthorized()).isEqualTo(ConnectionState.SUSPECT);
        assertThat(rig.events()).containsExactly("connection.created", "connection.state");
    }

    @Test
    void nobodyAsksAgainBeforeTheWaitIsOverAndWaitsGrow() throws Exception {
        rig.move(URI.create("http://127.0.0.1:1"));
        int asked = 0;
        for (int seconds : new int[] {30, 60, 120, 240, 480, 900, 900}) {
            unauthorized();
            assertThat(rig.probes).hasValue(++asked);
            rig.clock.move(Duration.ofSeconds(seconds - 1));
            unauthorized();
            assertThat(rig.probes).as("within %d seconds", seconds).hasValue(asked);
            rig.clock.move(Duration.ofSeconds(1));
        }
        assertThat(rig.events()).containsExactly("connection.created", "connection.state");
    }

    @Test
    void aClockThatIsPutBackKeepsNobodyWaiting() throws Exception {
        unauthorized();
        rig.clock.move(Duration.ofDays(-1));
        unauthorized();
        assertThat(rig.probes).hasValue(2);
    }

    @Test
    void aGoodAnswerMakesASuspectActiveAgain() throws Exception {
        connections.answered(id);
        unauthorized();
        assertThat(connections.get(id).state()).isEqualTo(ConnectionState.SUSPECT);
        for (int i = 0; i < CALLS; i++) {
            connections.answered(id);
        }
        rig.store.write(writes -> true).join();
        assertThat(connections.get(id).state()).isEqualTo(ConnectionState.ACTIVE);
        assertThat(rig.events()).containsExactly("connection.created", "connection.state", "connection.state");
    }

    @Test
    void flappingNeverRevokesAndAsksRarely() throws Exception {
        for (int i = 0; i < 50; i++) {
            assertThat(unauthorized()).isNotEqualTo(ConnectionState.REVOKED);
            connections.answered(id);
            rig.store.write(writes -> true).join();
        }
        assertThat(rig.probes).hasValue(1);
        assertThat(rig.events()).hasSize(3);
        rig.revoke(token);
        rig.clock.move(Duration.ofMinutes(1));
        assertThat(unauthorized()).isEqualTo(ConnectionState.REVOKED);
        assertThat(rig.probes).hasValue(2);
    }

    @Test
    void whatIsLearnedOfAnOldCredentialSaysNothingOfTheNewOne() throws Exception {
        rig.revoke(token);
        rig.gate = new CompletableFuture<>();
        CompletableFuture<ConnectionState> late = connections.unauthorized(id);
        CompletableFuture<Void> first = rig.gate;
        rig.gate = CompletableFuture.completedFuture(null);
        connections.reauthorise(AccountRig.ACTOR, id, rig.newToken());
        first.complete(null);
        assertThat(late.get(30, TimeUnit.SECONDS)).isEqualTo(ConnectionState.ACTIVE);
        assertThat(connections.get(id).state()).isEqualTo(ConnectionState.ACTIVE);
        assertThat(rig.events()).containsExactly("connection.created", "connection.reauthorised");
    }

    @Test
    void a401OfAnOldCredentialThatArrivesLateAsksNothing() throws Exception {
        long generation = connections.generation(id);
        connections.reauthorise(AccountRig.ACTOR, id, rig.newToken());
        rig.probes.set(0);
        assertThat(connections.unauthorized(id, generation).get(30, TimeUnit.SECONDS))
                .isEqualTo(ConnectionState.ACTIVE);
        assertThat(rig.probes).hasValue(0);
        assertThat(unauthorized()).isEqualTo(ConnectionState.SUSPECT);
        assertThat(rig.probes).hasValue(1);
    }

    @Test
    void pausingWhileTheApiIsAskedStays() throws Exception {
        rig.revoke(token);
        rig.gate = new CompletableFuture<>();
        CompletableFuture<ConnectionState> asked = connections.unauthorized(id);
        connections.pause(AccountRig.ACTOR, id);
        rig.gate.complete(null);
        assertThat(asked.get(30, TimeUnit.SECONDS)).isEqualTo(ConnectionState.PAUSED);
        assertThat(unauthorized()).isEqualTo(ConnectionState.PAUSED);
        assertThat(rig.probes).hasValue(1);
    }

    @Test
    void aConnectionThatIsGoneSendsNothing() throws Exception {
        connections.delete(AccountRig.ACTOR, id);
        assertThat(unauthorized()).isEqualTo(ConnectionState.REVOKED);
        assertThat(rig.probes).hasValue(0);
        connections.answered(id);
    }

    @Test
    void twoThatConfirmDifferentConnectionsDoNotWaitForOneAnother() throws Exception {
        String other = connections
                .connect(AccountRig.ACTOR, "attio", "Other", rig.newToken())
                .id();
        rig.gate = new CompletableFuture<>();
        CompletableFuture<ConnectionState> held = connections.unauthorized(id);
        CompletableFuture<Void> first = rig.gate;
        rig.gate = CompletableFuture.completedFuture(null);
        assertThat(connections.unauthorized(other).get(30, TimeUnit.SECONDS)).isEqualTo(ConnectionState.SUSPECT);
        first.complete(null);
        assertThat(held.get(30, TimeUnit.SECONDS)).isEqualTo(ConnectionState.SUSPECT);
    }
}
