package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.model.ApiToken.Permission;
import dev.toolsmith.platform.model.HostedServer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be told at the moment at which it is told. */
class HandOverTest {

    @TempDir
    private Path folder;

    @Test
    void aBatchOnAPausedConnectionIsAnsweredInOurOwnWords() {
        try (Hosting hosting = new Hosting(folder)) {
            HostedServers.Issued server = hosting.server();
            hosting.connections.pause(Hosting.ACTOR, server.server().connectionId());

            Client.Got got = new Client(hosting.url(server.token()))
                    .send("[{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}," + call("crm_list_companies") + "]");

            assertThat(got.status()).isEqualTo(200);
            assertThat(got.json().at("/0/result").isEmpty()).isTrue();
            assertThat(got.json()
                            .at("/1/result/_meta/dev.toolsmith~1error/code")
                            .stringValue())
                    .isEqualTo("connection_paused");
        }
    }

    @Test
    void aBatchThatFindsItsAccountRevokedSaysWhatToDoAndTellsNoResult() throws Exception {
        try (Hosting hosting = new Hosting(folder)) {
            HostedServers.Issued server = hosting.server();
            CountDownLatch deals = new CountDownLatch(1);
            hosting.stub.answering(got -> {
                if (got.path().equals("/deals")) {
                    CrmStub.await(deals);
                    return new CrmStub.Reply(401, "{}");
                }
                return new CrmStub.Reply(200, "{\"ok\":true}");
            });

            CompletableFuture<Client.Got> answer = new Client(hosting.url(server.token()))
                    .sending("[" + call("crm_list_companies") + "," + call("crm_list_deals") + "]");
            Hosting.waitUntil(
                    "the first call's outcome",
                    () -> hosting.trailOf(server.server().id()).stream()
                            .anyMatch(row -> row.at("/kind").stringValue().equals("call.outcome")));
            hosting.stub.forget(Hosting.KEY);
            deals.countDown();
            Client.Got got = Client.got(answer);

            assertThat(got.status()).isEqualTo(200);
            assertThat(got.text()).contains("re-authorise at", "withheld").doesNotContain("\\\"ok\\\"");
        }
    }

    private static String call(String tool) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool + "\"}}";
    }

    /** What an operator does while an answer is being handed over. */
    enum Meanwhile {
        PAUSE_CONNECTION,
        REVOKE_API_TOKEN,
        PAUSE_SERVER;

        boolean isDurable(Hosting hosting, HostedServer server) {
            return hosting.store.read(reads -> switch (this) {
                case PAUSE_CONNECTION ->
                    !reads.connection(server.connectionId())
                            .orElseThrow()
                            .state()
                            .sends();
                case REVOKE_API_TOKEN -> reads.apiTokens().isEmpty();
                case PAUSE_SERVER -> reads.server(server.id()).orElseThrow().paused();
            });
        }

        void make(Hosting hosting, HostedServer server) {
            switch (this) {
                case PAUSE_CONNECTION -> hosting.connections.pause(Hosting.ACTOR, server.connectionId());
                case REVOKE_API_TOKEN ->
                    hosting.apiTokens.revoke(
                            Hosting.ACTOR, hosting.apiTokens.all().get(0).id());
                case PAUSE_SERVER -> hosting.servers.pause(Hosting.ACTOR, server.connectionId(), server.id());
            }
        }

        boolean isInForce(Hosting hosting, HostedServer server) {
            return switch (this) {
                case PAUSE_CONNECTION ->
                    !hosting.connections.get(server.connectionId()).state().sends();
                case REVOKE_API_TOKEN -> hosting.apiTokens.all().isEmpty();
                case PAUSE_SERVER ->
                    hosting.servers.get(server.connectionId(), server.id()).paused();
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Meanwhile.class)
    void noChangeIsAcknowledgedWhileAnAnswerIsHandedOver(Meanwhile change) throws Exception {
        try (Hosting hosting = new Hosting(folder)) {
            HostedServer server = hosting.server().server();
            hosting.apiTokens.create(Hosting.ACTOR, "ci", Set.of(Permission.CALL), Optional.empty(), Optional.empty());
            CompletableFuture<Void> acknowledged = new CompletableFuture<>();

            boolean early = hosting.lock.between(() -> {
                CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> change.make(hosting, server))
                        .whenComplete((done, failure) -> acknowledged.complete(null));
                Hosting.waitUntil("the change is durable", () -> change.isDurable(hosting, server));
                return change.isInForce(hosting, server) || acknowledged.isDone();
            });

            assertThat(early).isFalse();
            acknowledged.get(60, TimeUnit.SECONDS);
            assertThat(change.isInForce(hosting, server)).isTrue();
        }
    }
}
