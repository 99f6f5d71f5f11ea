package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class HostedMcpHandlerTest {

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

    @Test
    void aServerAnswersInitializeListAndCallAndKeepsTwoRowsOfTheCall() {
        HostedServers.Issued server = hosting.server();
        Client client = new Client(hosting.url(server.token()));

        assertThat(client.initialize().result().at("/serverInfo/name").stringValue())
                .isEqualTo("crm-mcp-server");
        assertThat(client.list().result().at("/tools").size()).isEqualTo(8);
        Client.Got got = client.call("crm_list_companies", "{}");

        assertThat(got.toolText()).isEqualTo("{\"ok\":true}");
        List<JsonNode> rows = hosting.trail();
        JsonNode intent = rows.get(rows.size() - 2);
        JsonNode outcome = rows.get(rows.size() - 1);
        assertThat(intent.at("/kind").stringValue()).isEqualTo("call.intent");
        assertThat(intent.at("/client_name").stringValue()).isEqualTo("tester");
        assertThat(intent.at("/scopes").stringValue()).isEqualTo("company:read");
        assertThat(outcome.at("/kind").stringValue()).isEqualTo("call.outcome");
        assertThat(outcome.at("/call_id")).isEqualTo(intent.at("/call_id"));
        assertThat(outcome.at("/upstream_status").intValue()).isEqualTo(200);
        assertThat(outcome.at("/request_id").stringValue()).startsWith("req-");
        assertThat(hosting.faults).isEmpty();
    }
}
