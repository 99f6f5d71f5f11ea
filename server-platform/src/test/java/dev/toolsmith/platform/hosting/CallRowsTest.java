package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.model.Connection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trail that cannot be written for a while. */
class CallRowsTest {

    private final AtomicReference<FaultyStore> disk = new AtomicReference<>();

    @TempDir
    Path folder;

    private Hosting hosting;

    @BeforeEach
    void start() {
        hosting = new Hosting(folder, new Hosting.Setup(List.of(), DestinationHosts.any(), store -> {
            disk.set(new FaultyStore(store));
            return disk.get();
        }));
    }

    @AfterEach
    void stop() throws Exception {
        hosting.close();
    }

    @Test
    void anOutcomeThatCouldNotBeKeptFollowsWithTheNextRow() throws Exception {
        Client client = new Client(hosting.url(hosting.server().token()));
        CountDownLatch arrived = hosting.stub.hold();
        CompletableFuture<Client.Got> answer = client.calling("crm_create_company", "{\"data\":{\"name\":\"x\"}}");
        arrived.await();
        disk.get().breakDown();
        hosting.stub.release();
        assertThat(Client.got(answer).code()).isEqualTo("audit_unavailable");
        disk.get().mend();

        client.call("crm_list_deals", "{}");

        assertThat(hosting.trail().stream()
                        .filter(row -> row.path("tool").asString("").equals("crm_create_company"))
                        .map(row -> row.path("kind").asString("") + " "
                                + row.path("reason").asString("")))
                .containsExactlyInAnyOrder("call.intent ", "call.outcome audit_unavailable");
    }

    @Test
    void whatFollowsARowKeepsNoOtherRowWaiting() {
        CountDownLatch gate = new CountDownLatch(1);
        AuditEvent row = new AuditEvent(
                hosting.clock.instant(),
                AuditEvent.ACCESS_REFUSED,
                new AuditEvent.Subject("", "", "", "", "", ""),
                AuditEvent.Invocation.NONE,
                AuditEvent.Outcome.DONE,
                Map.of());
        try (CallThreads threads = new CallThreads()) {
            CallRows rows = new CallRows(
                    hosting.store,
                    task -> threads.execute(() -> {
                        CrmStub.await(gate);
                        task.run();
                    }));
            CompletableFuture<?> stuck = rows.append(row);
            assertThat(hosting.store
                            .write(change -> "kept")
                            .orTimeout(60, TimeUnit.SECONDS)
                            .join())
                    .isEqualTo("kept");
            gate.countDown();
            stuck.orTimeout(60, TimeUnit.SECONDS).join();
        }
    }

    @Test
    void noCredentialIsLookedAtThatTheTrailCannotTellOf() {
        Connection connection = hosting.connected();
        int asked = hosting.stub.journal().size();
        disk.get().breakDown();
        assertThatThrownBy(() -> hosting.connections.check(Hosting.ACTOR, connection.id()))
                .isInstanceOf(RuntimeException.class);
        disk.get().mend();
        assertThat(hosting.stub.journal()).hasSize(asked);
    }
}
