package dev.toolsmith.platform.hosting;

import static dev.toolsmith.platform.hosting.CrmAccounts.NAMED;
import static dev.toolsmith.platform.hosting.CrmAccounts.OTHER;
import static dev.toolsmith.platform.hosting.CrmAccounts.STAGED;
import static dev.toolsmith.platform.hosting.CrmAccounts.client;
import static dev.toolsmith.platform.hosting.CrmAccounts.listing;
import static dev.toolsmith.platform.hosting.CrmAccounts.other;
import static dev.toolsmith.platform.hosting.CrmAccounts.reads;
import static dev.toolsmith.platform.hosting.CrmAccounts.reason;
import static dev.toolsmith.platform.hosting.CrmAccounts.server;
import static dev.toolsmith.platform.hosting.CrmAccounts.text;
import static dev.toolsmith.platform.hosting.CrmAccounts.used;
import static dev.toolsmith.platform.hosting.CrmAccounts.writes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.account.HostedApi.Counts;
import dev.toolsmith.platform.account.HostedApi.Quota;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ConnectionState;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.tool.ToolList.Listing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Calls of hosted servers go by what is known of their account, and by nothing of another. */
@Timeout(180)
class HostedAccountsTest {

    @TempDir
    private Path folder;

    private CrmAccounts accounts;

    @BeforeEach
    void start() {
        accounts = new CrmAccounts(folder);
    }

    @AfterEach
    void stop() {
        accounts.close();
    }

    @Test
    void twoConnectionsOfOneAppSeeTheirOwn() {
        Hosting hosting = accounts.hosting();
        HostedServers.Issued mine = hosting.server();
        HostedServers.Issued others = server(hosting, other(hosting));

        Client.Got named = client(hosting, mine).call("crm_create_company", NAMED);
        Client.Got staged = client(hosting, mine).call("crm_create_company", STAGED);
        Client.Got othersNamed = client(hosting, others).call("crm_create_company", NAMED);
        Client.Got othersStaged = client(hosting, others).call("crm_create_company", STAGED);

        assertThat(List.of(named.isError(), othersStaged.isError())).containsOnly(false);
        assertThat(staged.toolText()).contains("stage is no field here: name");
        assertThat(othersNamed.toolText()).contains("name is no field here: stage");
        assertThat(List.of(used(named), used(staged), used(othersNamed), used(othersStaged)))
                .containsOnly("exact");
        assertThat(text(listing(hosting, mine))).contains("Takes name").doesNotContain("Takes stage");
        assertThat(text(listing(hosting, others))).contains("Takes stage").doesNotContain("Takes name");
        assertThat(writes(hosting)).isEqualTo(2);
        assertThat(reads(hosting)).isEqualTo(2);
    }

    @Test
    void aReadHasTheRowsOfACallAndTellsNoValueAndNoCredential() {
        Hosting hosting = accounts.hosting();
        HostedServers.Issued server = hosting.server();

        client(hosting, server).call("crm_create_company", STAGED);

        List<JsonNode> rows = hosting.trail().stream()
                .filter(row -> row.at("/tool").asString("").equals("crm_list_companies"))
                .toList();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).at("/kind").stringValue()).isEqualTo("call.intent");
        assertThat(rows.get(1).at("/kind").stringValue()).isEqualTo("call.outcome");
        assertThat(rows.get(1).at("/upstream_status").intValue()).isEqualTo(200);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.at("/actor").stringValue()).isEqualTo("system");
            assertThat(row.at("/connection_id").stringValue())
                    .isEqualTo(server.server().connectionId());
            assertThat(row.at("/server_id").asString("")).isEmpty();
            assertThat(row.at("/scopes").stringValue()).isEqualTo("company:read");
        });
        assertThat(hosting.trailOf(server.server().id()))
                .filteredOn(row -> row.at("/kind").stringValue().startsWith("call."))
                .singleElement()
                .satisfies(row -> assertThat(row.at("/reason").stringValue()).isEqualTo("invalid_arguments"));
        assertThat(hosting.trail().toString()).doesNotContain(Hosting.KEY).doesNotContain("canary-value");
    }

    @Test
    void aReadThatIsNotAnsweredKeepsNoCallWaitingForLong() {
        Hosting hosting = accounts.hosting();
        Client client = client(hosting, hosting.server());
        CountDownLatch gate = accounts.hold(Hosting.KEY);

        Client.Got unchecked = client.call("crm_create_company", STAGED);

        assertThat(unchecked.isError()).isFalse();
        assertThat(used(unchecked)).isEqualTo("published");
        assertThat(unchecked.result().at("/_meta/dev.toolsmith~1schema/reason").stringValue())
                .isEqualTo("it was not answered in time");
        gate.countDown();
        Hosting.waitUntil("the read's outcome", () -> hosting.trail().stream().anyMatch(CrmAccounts::isOutcomeOfRead));
        Hosting.waitUntil(
                "what was read is used",
                () -> client.call("crm_create_company", STAGED).code().equals("invalid_arguments"));
    }

    @Test
    void manyReadsThatAreNotAnsweredLeaveCallsTheirPlaces() {
        Hosting hosting = accounts.hosting();
        Client client = client(hosting, hosting.server());
        accounts.hold(Hosting.KEY);

        List<CompletableFuture<Client.Got>> waiting = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            waiting.add(client.calling("crm_create_webhook", NAMED));
        }
        Hosting.waitUntil("the read is under way", () -> reads(hosting) == 1);

        assertThat(client.call("crm_list_deals", "{}").isError()).isFalse();
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void readsAreCountedInTheWorkspacesQuotas() {
        Hosting hosting = accounts.hosting(new Quota("reads", 1, Duration.ofSeconds(60), Counts.READS));
        Client client = client(hosting, hosting.server());

        assertThat(used(client.call("crm_create_company", NAMED))).isEqualTo("exact");
        assertThat(client.call("crm_list_deals", "{}").code()).isEqualTo("rate_limited_workspace");
    }

    @Test
    void aQuotaThatIsUsedUpIsNoReasonToRefuseACallThatItDoesNotCount() {
        Hosting hosting = accounts.hosting(new Quota("reads", 1, Duration.ofSeconds(60), Counts.READS));
        Client client = client(hosting, hosting.server());

        assertThat(client.call("crm_list_deals", "{}").isError()).isFalse();
        Client.Got unchecked = client.call("crm_create_company", STAGED);

        assertThat(unchecked.isError()).isFalse();
        assertThat(used(unchecked)).isEqualTo("published");
        assertThat(reads(hosting)).isZero();
    }

    @Test
    void aServersOwnLimitDoesNotCountReads() {
        Hosting hosting = accounts.hosting();
        ServerConfig one = new ServerConfig(List.of(), List.of(), List.of(), List.of(), false, false, Optional.of(1));
        Client client = client(hosting, hosting.server(hosting.connected(), one));

        Client.Got first = client.call("crm_create_company", NAMED);

        assertThat(first.isError()).isFalse();
        assertThat(used(first)).isEqualTo("exact");
        assertThat(client.call("crm_create_company", NAMED).code()).isEqualTo("rate_limited_server");
    }

    @Test
    void anAccountWithoutTheScopeIsNotRead() {
        Hosting hosting = accounts.hosting();
        hosting.stub.account(Hosting.KEY, "ws-1", "webhook:read-write");
        Client client = client(hosting, hosting.server());

        Client.Got unchecked = client.call("crm_create_webhook", STAGED);

        assertThat(unchecked.isError()).isFalse();
        assertThat(unchecked.result().at("/_meta/dev.toolsmith~1schema/reason").stringValue())
                .isEqualTo("missing_scope");
        assertThat(reads(hosting)).isZero();
    }

    @Test
    void aRefusedCredentialIsFoundOutByAReadAsByACall() {
        Hosting hosting = accounts.hosting();
        HostedServers.Issued server = hosting.server();
        hosting.stub.forget(Hosting.KEY);

        Client.Got got = client(hosting, server).call("crm_create_company", NAMED);

        assertThat(got.code()).isEqualTo("connection_revoked");
        assertThat(hosting.connections.get(server.server().connectionId()).state())
                .isEqualTo(ConnectionState.REVOKED);
        assertThat(writes(hosting)).isZero();
        assertThat(reads(hosting)).isEqualTo(1);
        assertThat(text(listing(hosting, server)))
                .contains("crm_create_company")
                .doesNotContain("Takes");
        assertThat(reads(hosting)).isEqualTo(1);
    }

    @Test
    void whatComesAfterTheConnectionWasPausedIsNotUsed() {
        Hosting hosting = accounts.hosting();
        HostedServers.Issued server = hosting.server();
        String connection = server.server().connectionId();
        CountDownLatch gate = accounts.hold(Hosting.KEY);

        CompletableFuture<Client.Got> answer = client(hosting, server).calling("crm_create_company", STAGED);
        Hosting.waitUntil("the read is under way", () -> reads(hosting) == 1);
        hosting.connections.pause(Hosting.ACTOR, connection);
        gate.countDown();

        assertThat(Client.got(answer).code()).isEqualTo("connection_paused");
        assertThat(hosting.trail())
                .filteredOn(CrmAccounts::isOutcomeOfRead)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.at("/decision").stringValue()).isEqualTo("refused");
                    assertThat(row.at("/reason").stringValue()).isEqualTo("revoked_in_flight");
                });
        assertThat(text(listing(hosting, server)))
                .contains("crm_create_company")
                .doesNotContain("Takes");
        assertThat(reads(hosting)).isEqualTo(1);
        assertThat(writes(hosting)).isZero();
    }

    @Test
    void nobodyHearsOfAnAccountOnceAccessHasEnded() {
        Hosting hosting = accounts.hosting();
        Connection connection = hosting.connected();
        HostedServers.Issued server = server(hosting, connection);
        CountDownLatch gate = accounts.hold(Hosting.KEY);

        CompletableFuture<Client.Got> call = client(hosting, server).calling("crm_create_company", STAGED);
        Hosting.waitUntil("the read of the call is under way", () -> reads(hosting) == 1);
        CompletableFuture<Listing> list = listing(hosting, server);
        hosting.servers.delete(Hosting.ACTOR, connection.id(), server.server().id());
        gate.countDown();

        Client.Got got = Client.got(call);
        assertThat(got.code()).isEqualTo("revoked_in_flight");
        assertThat(got.text()).doesNotContain("no field here");
        assertThat(text(list)).isEmpty();
        assertThat(writes(hosting)).isZero();
    }

    @Test
    void nothingThatIsKnownByAnotherCredentialIsTold() {
        HeldFields schemas = new HeldFields();
        Hosting hosting = accounts.hosting(schemas);
        HostedServers.Issued server = hosting.server();
        String connection = server.server().connectionId();
        hosting.stub.account(OTHER, "ws-1", Hosting.ALL);

        CompletableFuture<Client.Got> unfit = client(hosting, server).calling("crm_create_company", STAGED);
        CompletableFuture<Client.Got> fit = client(hosting, server).calling("crm_create_company", NAMED);
        CompletableFuture<Listing> list = listing(hosting, server);
        Hosting.waitUntil("the account is known", () -> schemas.known.get() == 3);
        hosting.connections.reauthorise(Hosting.ACTOR, connection, OTHER);
        schemas.gate.complete(null);

        assertThat(List.of(Client.got(unfit).code(), Client.got(fit).code())).containsOnly("revoked_in_flight");
        assertThat(Client.got(unfit).text()).doesNotContain("no field here");
        assertThat(text(list)).contains("crm_create_company").doesNotContain("Takes name");
        assertThat(reason(list)).isEqualTo("this server was changed while its account was read");
        assertThat(writes(hosting)).isZero();
        assertThat(client(hosting, server).call("crm_create_company", STAGED).isError())
                .isFalse();
    }

    @Test
    void theCallsOfABatchAreLookedAtOneByOneAndReadOnce() {
        Hosting hosting = accounts.hosting();
        Client client = client(hosting, hosting.server());

        Client.Got batch = client.send("[" + callOf(1, STAGED) + "," + callOf(2, NAMED) + "]");

        assertThat(batch.json()).hasSize(2);
        assertThat(batch.text()).contains("stage is no field here").contains("\\\"ok\\\"");
        assertThat(reads(hosting)).isEqualTo(1);
        assertThat(writes(hosting)).isEqualTo(1);
    }

    private static String callOf(int id, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id
                + ",\"method\":\"tools/call\",\"params\":{\"name\":\"crm_create_company\",\"arguments\":"
                + arguments + "}}";
    }

    @Test
    void aDeletedConnectionIsForgotten() {
        Hosting hosting = accounts.hosting();
        HostedServers.Issued server = hosting.server();
        assertThat(text(listing(hosting, server))).contains("Takes name");
        assertThat(hosting.calls.accounts().count()).isEqualTo(1);

        hosting.connections.delete(Hosting.ACTOR, server.server().connectionId());

        assertThat(hosting.calls.accounts().count()).isZero();
    }
}
