package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.account.HostedApi.Counts;
import dev.toolsmith.platform.account.HostedApi.Quota;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class GuardedCallTest {

    private static final String NAMED = "{\"data\":{\"name\":\"x\"}}";

    @TempDir
    private Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private Hosting hosting(Hosting.Setup setup) {
        Hosting hosting = new Hosting(folder, setup);
        open.add(hosting);
        return hosting;
    }

    private Hosting hosting() {
        return hosting(Hosting.Setup.plain());
    }

    private static ServerConfig only(List<String> methods, List<String> tags) {
        return new ServerConfig(methods, tags, List.of(), List.of(), false, false, Optional.empty());
    }

    private static Client client(Hosting hosting, HostedServers.Issued server) {
        return new Client(hosting.url(server.token()));
    }

    private static JsonNode last(Hosting hosting) {
        List<JsonNode> rows = hosting.trail();
        return rows.get(rows.size() - 1);
    }

    private static void assertRefused(Hosting hosting, String reason) {
        JsonNode row = last(hosting);
        assertThat(row.at("/kind").stringValue()).isEqualTo("call.refused");
        assertThat(row.at("/decision").stringValue()).isEqualTo("refused");
        assertThat(row.at("/reason").stringValue()).isEqualTo(reason);
        assertThat(hosting.stub.calls()).isEmpty();
    }

    @Test
    void aHiddenToolAnswersByteForByteAsOneThatDoesNotExist() {
        Hosting hosting = hosting();
        Client client =
                client(hosting, hosting.server(hosting.connected(), only(List.of("read"), List.of("companies"))));

        String hidden = client.call("crm_list_deals", "{}").text();
        String unknown = client.call("crm_list_dealt", "{}").text();
        String hiddenWrite = client.call("crm_create_company", NAMED).text();

        assertThat(hidden.replace("crm_list_deals", "crm_list_dealt")).isEqualTo(unknown);
        assertThat(hidden).doesNotContain("Did you mean \\\"crm_list_deals").contains("-32602");
        assertThat(hiddenWrite).contains("Unknown tool: crm_create_company");
        assertRefused(hosting, "unknown_tool");
    }

    @Test
    void whatIsMeantIsOneOfTheVisibleTools() {
        Hosting hosting = hosting();
        Client client =
                client(hosting, hosting.server(hosting.connected(), only(List.of("read"), List.of("companies"))));

        assertThat(client.call("crm_list_compnies", "{}").text()).contains("Did you mean \\\"crm_list_companies");
        assertThat(client.call("crm_list_deal", "{}").text()).doesNotContain("crm_list_deals");
    }

    @Test
    void argumentsThatAreNotAcceptedLeaveOneRow() {
        Hosting hosting = hosting();
        Client client = client(hosting, hosting.server());

        Client.Got got = client.call("crm_create_company", "{\"datum\":{\"name\":\"canary-value\"}}");

        assertThat(got.isError()).isTrue();
        assertThat(got.code()).isEqualTo("invalid_arguments");
        assertRefused(hosting, "invalid_arguments");
        assertThat(last(hosting).at("/arguments_shape").stringValue()).isEqualTo("{datum:{name:string}}");
        assertThat(hosting.trail().toString()).doesNotContain("canary-value");
    }

    @Test
    void aCallThatNeedsAScopeTheAccountLacksIsNotSent() {
        Hosting hosting = hosting();
        hosting.stub.account(Hosting.KEY, "ws-1", "company:read");
        Client client = client(hosting, hosting.server());

        Client.Got write = client.call("crm_create_company", NAMED);

        assertThat(write.toolText()).contains("company:read-write").contains("Nothing was sent");
        assertThat(write.code()).isEqualTo("missing_scope");
        assertRefused(hosting, "missing_scope");
        assertThat(client.call("crm_list_companies", "{}").isError()).isFalse();
    }

    @Test
    void aWriteOfWhichNobodyKnowsTheScopesIsNotSent() {
        Hosting hosting = hosting();
        Client client = client(hosting, hosting.server());

        assertThat(client.call("crm_merge_records", "{}").code()).isEqualTo("scopes_unknown");
        assertRefused(hosting, "scopes_unknown");
    }

    @Test
    void dataIsSentOnlyToHostsOfTheOperatorsList() {
        Hosting hosting = hosting(
                new Hosting.Setup(List.of(), DestinationHosts.of(List.of("hooks.example.com")), store -> store));
        Client client = client(hosting, hosting.server());

        Client.Got evil = client.call("crm_create_webhook", "{\"data\":{\"target_url\":\"https://evil.example/\"}}");

        assertThat(evil.code()).isEqualTo("destination_refused");
        assertRefused(hosting, "destination_refused");
        assertThat(client.call("crm_create_webhook", "{\"data\":{\"target_url\":\"https://hooks.example.com/in\"}}")
                        .isError())
                .isFalse();
    }

    @Test
    void pausedServersAndAccountsSendNothing() {
        Hosting hosting = hosting();
        HostedServers.Issued server = hosting.server();
        String connection = server.server().connectionId();
        Client client = client(hosting, server);

        hosting.servers.pause(Hosting.ACTOR, connection, server.server().id());
        assertThat(client.call("crm_list_deals", "{}").code()).isEqualTo("server_paused");
        assertRefused(hosting, "server_paused");
        hosting.servers.resume(Hosting.ACTOR, connection, server.server().id());
        hosting.connections.pause(Hosting.ACTOR, connection);
        assertThat(client.call("crm_list_deals", "{}").code()).isEqualTo("connection_paused");
        assertRefused(hosting, "connection_paused");
        hosting.connections.resume(Hosting.ACTOR, connection);

        assertThat(client.call("crm_list_deals", "{}").isError()).isFalse();
    }

    @Test
    void nothingIsSentWhileTheTrailCannotBeWritten() {
        AtomicReference<FaultyStore> disk = new AtomicReference<>();
        Hosting hosting = hosting(faulty(disk));
        Client client = client(hosting, hosting.server());

        disk.get().breakDown();
        Client.Got sent = client.call("crm_list_deals", "{}");
        Client.Got invalid = client.call("crm_create_company", "{}");
        Client.Got unknown = client.call("crm_nothing", "{}");
        disk.get().mend();

        assertThat(List.of(sent.code(), invalid.code(), unknown.code())).containsOnly("audit_unavailable");
        assertThat(hosting.stub.calls()).isEmpty();
        assertThat(client.call("crm_list_deals", "{}").isError()).isFalse();
    }

    @Test
    void aResultWhoseOutcomeCannotBeRecordedIsWithheld() throws Exception {
        AtomicReference<FaultyStore> disk = new AtomicReference<>();
        Hosting hosting = hosting(faulty(disk));
        Client client = client(hosting, hosting.server());

        CountDownLatch arrived = hosting.stub.hold();
        CompletableFuture<Client.Got> answer = client.calling("crm_create_company", NAMED);
        arrived.await();
        disk.get().breakDown();
        hosting.stub.release();
        Client.Got got = Client.got(answer);
        disk.get().mend();

        assertThat(got.code()).isEqualTo("audit_unavailable");
        assertThat(got.text()).contains("had been sent already").doesNotContain("\\\"ok\\\"");
    }

    private static Hosting.Setup faulty(AtomicReference<FaultyStore> disk) {
        return new Hosting.Setup(List.of(), DestinationHosts.any(), store -> {
            disk.set(new FaultyStore(store));
            return disk.get();
        });
    }

    @Test
    void twoServersOfOneWorkspaceShareItsQuotaOfWrites() {
        Hosting hosting = hosting(new Hosting.Setup(
                List.of(new Quota("writes", 25, Duration.ofSeconds(60), Counts.WRITES)),
                DestinationHosts.any(),
                store -> store));
        Connection connection = hosting.connected();
        hosting.stub.account("sk_second", "ws-1", Hosting.ALL);
        Connection second = hosting.connections.connect(Hosting.ACTOR, "crm", "Same", "sk_second");
        List<Client> clients = List.of(
                client(hosting, hosting.server(connection, ServerConfig.everything())),
                client(hosting, hosting.server(second, ServerConfig.everything())));

        List<CompletableFuture<Client.Got>> answers = new ArrayList<>();
        for (int i = 0; i < 26; i++) {
            answers.add(clients.get(i % 2).calling("crm_create_company", NAMED));
        }
        List<Client.Got> got = answers.stream().map(Client::got).toList();

        assertThat(hosting.stub.calls()).hasSize(25);
        Client.Got refused =
                got.stream().filter(Client.Got::isError).findFirst().orElseThrow();
        assertThat(refused.code()).isEqualTo("rate_limited_workspace");
        assertThat(refused.toolText()).contains("Wait ").contains(" seconds");
        assertThat(refused.response().headers().firstValue("ratelimit-limit")).contains("25");
        assertThat(refused.response().headers().firstValue("ratelimit-remaining"))
                .contains("0");
        assertThat(refused.result().at("/_meta/ratelimit-reset").intValue()).isPositive();
    }

    @Test
    void aServersOwnLimitCountsAllItsCalls() {
        Hosting hosting = hosting();
        ServerConfig three = new ServerConfig(List.of(), List.of(), List.of(), List.of(), false, false, Optional.of(3));
        Client client = client(hosting, hosting.server(hosting.connected(), three));

        for (int i = 0; i < 3; i++) {
            assertThat(client.call("crm_list_deals", "{}").isError()).isFalse();
        }
        assertThat(client.call("crm_list_deals", "{}").code()).isEqualTo("rate_limited_server");
        assertThat(hosting.stub.calls()).hasSize(3);
    }

    @Test
    void aFailureOfTheApiIsTheOutcome() {
        Hosting hosting = hosting();
        hosting.stub.answering(got -> new CrmStub.Reply(500, "{}"));
        Client client = client(hosting, hosting.server());

        assertThat(client.call("crm_create_company", NAMED).code()).isEqualTo("upstream_error");

        assertThat(last(hosting).at("/reason").stringValue()).isEqualTo("upstream_error");
        assertThat(last(hosting).at("/decision").stringValue()).isEqualTo("allowed");
        assertThat(last(hosting).at("/upstream_status").intValue()).isEqualTo(500);
    }

    @Test
    void anErrorOfOurOwnHasARow() {
        Hosting hosting = new Hosting(folder, Hosting.Setup.plain(), List.of(overflowing(new CrmBundle())));
        open.add(hosting);
        Client client = client(hosting, hosting.server());

        assertThat(client.call("crm_list_deals", "{}").text()).contains("Internal error");

        assertRefused(hosting, "internal_error");
        assertThat(client.call("crm_list_companies", "{}").isError()).isFalse();
    }

    private static ToolBundle overflowing(ToolBundle inner) {
        return new ToolBundle() {
            @Override
            public String app() {
                return inner.app();
            }

            @Override
            public ApiTool tool(String name) {
                ApiTool tool = inner.tool(name);
                return new ApiTool() {
                    @Override
                    public String name() {
                        return name;
                    }

                    @Override
                    public ApiRequest toRequest(ToolArguments args) {
                        if (name.equals("crm_list_deals")) {
                            throw new StackOverflowError();
                        }
                        return tool.toRequest(args);
                    }
                };
            }

            @Override
            public InputStream open(String name) {
                return inner.open(name);
            }
        };
    }

    @Test
    void aClientThatLeavesIsToldOfInTheTrail() throws Exception {
        Hosting hosting = hosting();
        HostedServers.Issued server = hosting.server();

        CountDownLatch arrived = hosting.stub.hold();
        RawCall call = RawCall.of(hosting.url(server.token()), "crm_list_deals");
        arrived.await();
        call.close();
        Hosting.waitUntil(
                "the outcome", () -> last(hosting).at("/reason").stringValue("").equals("client_gone"));

        hosting.stub.release();
    }

    @Test
    void aStormOfRefusedCredentialsIsConfirmedOnceAndThenNothingIsSent() {
        Hosting hosting = hosting();
        HostedServers.Issued server = hosting.server();
        Client client = client(hosting, server);
        hosting.stub.forget(Hosting.KEY);
        long before = probes(hosting);

        List<CompletableFuture<Client.Got>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(client.calling("crm_list_deals", "{}"));
        }
        List<Client.Got> got = answers.stream().map(Client::got).toList();
        int sent = hosting.stub.journal().size();
        Client.Got after = client.call("crm_list_deals", "{}");

        assertThat(probes(hosting) - before).isEqualTo(1);
        assertThat(got).allMatch(Client.Got::isError);
        assertThat(after.code()).isEqualTo("connection_revoked");
        assertThat(after.toolText())
                .contains("re-authorise at https://mcp.example/admin/connections/"
                        + server.server().connectionId());
        assertThat(hosting.stub.journal()).hasSize(sent);
        assertThat(hosting.trail().stream()
                        .filter(row -> row.at("/kind").stringValue().equals("connection.state")))
                .hasSize(1);
    }

    private static long probes(Hosting hosting) {
        return hosting.stub.journal().stream()
                .filter(got -> got.path().equals("/self"))
                .count();
    }
}
