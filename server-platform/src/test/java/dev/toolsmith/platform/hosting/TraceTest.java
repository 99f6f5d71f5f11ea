package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.model.ServerConduct;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.bundle.Exposure;
import dev.toolsmith.runtime.upstream.Confirmation;
import dev.toolsmith.runtime.view.View;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The trace that a client names over HTTP is found in the rows of the audit trail, and goes no further. */
@Timeout(180)
class TraceTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "b7ad6b7169203331";
    private static final String TRACEPARENT = "\"traceparent\":\"00-" + TRACE + "-" + PARENT + "-01\"";
    private static final String TRACED = " " + TRACE + " " + PARENT;

    @TempDir
    private Path folder;

    private Hosting hosting;

    @BeforeEach
    void start() {
        hosting = new Hosting(folder);
    }

    @AfterEach
    void stop() {
        hosting.close();
    }

    private Client client(HostedServers.Issued server) {
        return new Client(hosting.url(server.token()));
    }

    private static Client.Got older(Client client, String tool, String arguments, String meta) {
        return client.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + ",\"_meta\":{" + meta + "}}}");
    }

    private static Client.Got modern(Client client, String tool, String meta) {
        return client.send(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                        + "\",\"arguments\":{},\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                        + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"tester\",\"version\":\"1\"},"
                        + "\"io.modelcontextprotocol/clientCapabilities\":{}," + meta + "}}}",
                "MCP-Protocol-Version",
                "2026-07-28",
                "Mcp-Method",
                "tools/call",
                "Mcp-Name",
                tool);
    }

    private List<String> rows(HostedServers.Issued server) {
        return hosting.trailOf(server.server().id()).stream()
                .filter(row -> row.has("tool"))
                .map(row -> row.at("/kind").stringValue() + " "
                        + row.at("/trace_id").asString("none") + " "
                        + row.at("/parent_id").asString("none"))
                .toList();
    }

    @Test
    void rowsOfCallsInEitherFormOfTheProtocolHaveTheTrace() {
        HostedServers.Issued server = hosting.server();

        assertThat(older(client(server), "crm_list_deals", "{}", TRACEPARENT).toolText())
                .isEqualTo("{\"ok\":true}");
        assertThat(modern(client(server), "crm_list_deals", TRACEPARENT).toolText())
                .isEqualTo("{\"ok\":true}");
        assertThat(rows(server))
                .containsExactly(
                        "call.intent" + TRACED,
                        "call.outcome" + TRACED,
                        "call.intent" + TRACED,
                        "call.outcome" + TRACED);
        assertThat(hosting.stub.calls())
                .allSatisfy(
                        got -> assertThat(got.toString()).doesNotContain(TRACE).doesNotContain(PARENT));
    }

    @Test
    void rowsOfWhatIsNotSentHaveItToo() {
        HostedServers.Issued server = hosting.server(
                hosting.connected(),
                ServerConfig.everything()
                        .with(new ServerConduct(Exposure.DISCOVERY, Confirmation.NEVER, View.FULL, false)));

        older(client(server), "search_tools", "{\"query\":\"list deals\"}", TRACEPARENT);
        older(client(server), "search_tools", "{}", TRACEPARENT);
        older(client(server), "call_tool", "{\"tool_name\":\"crm_list_dreams\"}", TRACEPARENT);

        assertThat(rows(server))
                .containsExactly("call.outcome" + TRACED, "call.refused" + TRACED, "call.refused" + TRACED);
    }

    @Test
    void whatIsNoTraceIsNotRecorded() {
        HostedServers.Issued server = hosting.server();

        older(client(server), "crm_list_deals", "{}", "\"traceparent\":\"00-" + TRACE + "-" + PARENT + "-1\"");
        older(client(server), "crm_list_deals", "{}", "\"other\":1");

        assertThat(rows(server))
                .containsExactly(
                        "call.intent none none",
                        "call.outcome none none",
                        "call.intent none none",
                        "call.outcome none none");
    }
}
