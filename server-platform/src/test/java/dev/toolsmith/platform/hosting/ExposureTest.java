package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ServerConduct;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.bundle.Exposure;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.upstream.Confirmation;
import dev.toolsmith.runtime.view.View;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server that shows three tools in place of its own lets nobody call more by them than it offers. */
@Timeout(180)
class ExposureTest {

    private static final ServerConduct FOUND =
            new ServerConduct(Exposure.DISCOVERY, Confirmation.NEVER, View.FULL, false);

    @TempDir
    private Path folder;

    private Hosting hosting;
    private Connection connection;

    @BeforeEach
    void start() {
        hosting = new Hosting(folder);
        connection = hosting.connected();
    }

    @AfterEach
    void stop() {
        hosting.close();
    }

    private Client client(HostedServers.Issued server) {
        return new Client(hosting.url(server.token()));
    }

    private static List<String> names(Client client) {
        return client.list()
                .result()
                .at("/tools")
                .valueStream()
                .map(tool -> tool.at("/name").stringValue())
                .toList();
    }

    private long callsOf(String path) {
        return hosting.stub.calls().stream()
                .filter(got -> got.path().equals(path))
                .count();
    }

    private List<String> rowsOf(HostedServers.Issued server) {
        return hosting.trailOf(server.server().id()).stream()
                .filter(row -> row.has("tool"))
                .map(row ->
                        row.at("/kind").stringValue() + " " + row.at("/tool").stringValue() + " "
                                + row.at("/reason").asString(""))
                .toList();
    }

    private static String instructions(Client client) {
        return client.initialize().result().at("/instructions").stringValue();
    }

    @Test
    void modelsAreToldHowTheToolsThatAreNamedAreCalledAndOfNoOthers() {
        Client all = client(hosting.server(connection, ServerConfig.everything()));
        Client found =
                client(hosting.server(connection, ServerConfig.everything().with(FOUND)));
        Client few = client(hosting.server(
                connection,
                ServerConfig.of(new ToolSelection(List.of(), List.of(), List.of("crm_get_self"), List.of(), false))));

        assertThat(instructions(all)).isEqualTo("Deals are told by crm_list_deals. This is a CRM.");
        assertThat(instructions(few)).isEqualTo("This is a CRM.");
        assertThat(instructions(found))
                .startsWith("The tools that are named here are found by search_tools")
                .endsWith("called by call_tool. Deals are told by crm_list_deals. This is a CRM.");
    }

    @Test
    void aToolIsFoundByAWordOfTheApiAndItsCallIsRecordedUnderItsOwnName() {
        HostedServers.Issued server =
                hosting.server(connection, ServerConfig.everything().with(FOUND));
        Client client = client(server);

        assertThat(names(client)).containsExactlyInAnyOrder("search_tools", "get_tool_schema", "call_tool");
        Client.Got found = client.call("search_tools", "{\"query\":\"list opportunities\",\"limit\":3}");
        assertThat(found.toolText()).contains("crm_list_deals");
        Client.Got called = client.call("call_tool", "{\"tool_name\":\"crm_list_deals\",\"arguments\":{}}");

        assertThat(called.toolText()).isEqualTo("{\"ok\":true}");
        assertThat(callsOf("/deals")).isEqualTo(1);
        assertThat(rowsOf(server))
                .containsExactly(
                        "call.outcome search_tools ", "call.intent crm_list_deals ", "call.outcome crm_list_deals ");
    }

    @Test
    void searchesAndSchemasAreCountedAmongTheCallsAMinuteAndRecorded() {
        HostedServers.Issued server = hosting.server(
                connection,
                new ServerConfig(List.of(), List.of(), List.of(), List.of(), true, false, Optional.of(2)).with(FOUND));
        Client client = client(server);

        client.call("search_tools", "{\"query\":\"list deals\"}");
        Client.Got schema = client.call("get_tool_schema", "{\"tool_names\":[\"crm_list_deals\"]}");
        Client.Got third = client.call("search_tools", "{\"query\":\"list deals\"}");

        assertThat(schema.toolText()).contains("crm_list_deals");
        assertThat(third.result().at("/isError").booleanValue()).isTrue();
        assertThat(third.toolText()).contains("2 calls a minute").doesNotContain("crm_list_deals");
        assertThat(rowsOf(server))
                .containsExactly(
                        "call.outcome search_tools ",
                        "call.outcome get_tool_schema ",
                        "call.refused search_tools rate_limited_server");
    }

    @Test
    void whatTheThreeToolsRefuseIsRecorded() {
        HostedServers.Issued server =
                hosting.server(connection, ServerConfig.everything().with(FOUND));
        Client client = client(server);

        client.call("search_tools", "{}");
        client.call("call_tool", "{\"name\":\"crm_list_deals\"}");
        client.call("call_tool", "{\"tool_name\":\"crm_list_dreams\",\"arguments\":{}}");
        hosting.servers.pause(Hosting.ACTOR, connection.id(), server.server().id());
        Client.Got paused = client.call("get_tool_schema", "{\"tool_names\":[\"crm_list_deals\"]}");

        assertThat(paused.toolText()).contains("paused");
        assertThat(rowsOf(server))
                .containsExactly(
                        "call.refused search_tools invalid_arguments",
                        "call.refused call_tool invalid_arguments",
                        "call.refused crm_list_dreams unknown_tool",
                        "call.refused get_tool_schema server_paused");
    }

    @Test
    void namesOfNoToolAreCountedAmongTheCallsAMinuteAsTheClosestAreLookedUp() {
        HostedServers.Issued server = hosting.server(
                connection,
                new ServerConfig(List.of(), List.of(), List.of(), List.of(), true, false, Optional.of(2)).with(FOUND));
        Client client = client(server);
        String unknown = "{\"tool_name\":\"crm_list_dreams\",\"arguments\":{}}";

        assertThat(client.call("call_tool", unknown).toolText()).contains("crm_list_deals");
        client.call("call_tool", unknown);
        Client.Got third = client.call("call_tool", unknown);

        assertThat(third.toolText()).contains("2 calls a minute").doesNotContain("crm_list_deals");
        assertThat(rowsOf(server))
                .containsExactly(
                        "call.refused crm_list_dreams unknown_tool",
                        "call.refused crm_list_dreams unknown_tool",
                        "call.refused crm_list_dreams rate_limited_server");
    }

    @Test
    void whatIsNotOfferedIsNeitherFoundNorCalled() {
        HostedServers.Issued server = hosting.server(
                connection,
                new ServerConfig(List.of(), List.of("companies"), List.of(), List.of(), true, false, Optional.empty())
                        .with(FOUND));
        Client client = client(server);

        assertThat(client.call("search_tools", "{\"query\":\"list deals\"}").toolText())
                .doesNotContain("crm_list_deals");
        Client.Got got = client.call("call_tool", "{\"tool_name\":\"crm_list_deals\",\"arguments\":{}}");

        assertThat(got.text()).contains("crm_list_deals").doesNotContain("\"ok\"");
        assertThat(callsOf("/deals")).isZero();
    }

    @Test
    void aToolThatIsNotShownIsUnknownByItsOwnNameAndThatIsRecorded() {
        HostedServers.Issued server =
                hosting.server(connection, ServerConfig.everything().with(FOUND));

        Client.Got got = client(server).call("crm_list_deals", "{}");

        assertThat(got.json().at("/error/code").intValue()).isEqualTo(-32602);
        assertThat(callsOf("/deals")).isZero();
        assertThat(rowsOf(server)).containsExactly("call.refused crm_list_deals unknown_tool");
    }

    @Test
    void aServerThatIsChangedShowsItsToolsOtherwiseAtOnceAndTellsThoseWhoListen() {
        HostedServers.Issued server = hosting.server(connection, ServerConfig.everything());
        Client client = client(server);
        assertThat(names(client)).hasSize(8);
        AtomicInteger told = new AtomicInteger();
        Live live = hosting.servers.directory().byId(server.server().id()).orElseThrow();
        try (var listening = live.listChanges().listen(told::incrementAndGet)) {
            hosting.servers.change(
                    Hosting.ACTOR,
                    connection.id(),
                    server.server().id(),
                    was -> was.withConfig(was.config().with(FOUND)));
            assertThat(listening).isNotNull();
        }

        assertThat(told).hasValue(1);
        assertThat(names(client)).hasSize(3);
        JsonNode change = hosting.trailOf(server.server().id()).stream()
                .filter(row -> row.at("/kind").stringValue().equals("server.changed"))
                .findFirst()
                .orElseThrow();
        assertThat(change.at("/detail/config").stringValue()).isEqualTo("tool_exposure=discovery");
        assertThat(client.call("crm_list_deals", "{}").json().at("/error/code").intValue())
                .isEqualTo(-32602);
    }
}
