package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The product behind the clients that people use. */
class ClientsIT {

    /** A client library or program. */
    interface ToolClient {
        List<JsonNode> call(Target target, String tool, JsonNode arguments, int times);
    }

    private static final Map<String, ToolClient> CLIENTS = Map.of(
            "the Java SDK", McpClients::javaSdk,
            "the TypeScript SDK 1", McpClients::typescriptV1,
            "the TypeScript client 2", McpClients::typescriptV2,
            "the Inspector", McpClients::inspector,
            "mcp-remote", McpClients::mcpRemote);

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    static Stream<Arguments> clientsAndServers() {
        return CLIENTS.keySet().stream()
                .sorted()
                .flatMap(client -> Server.all().stream()
                        .filter(server -> !client.equals("mcp-remote") || !server.stdio())
                        .map(server -> Arguments.of(client, server)));
    }

    @ParameterizedTest(name = "by {0} and {1}")
    @MethodSource("clientsAndServers")
    void assertingACompanyTwiceMakesOne(String client, Server server) {
        sandbox.reset();
        String domain = "twice.example";
        ObjectNode arguments = Json.object().put("matching_attribute", "domains");
        arguments
                .withObject("/data/values")
                .put("name", "Twice")
                .putArray("domains")
                .add(domain);
        List<JsonNode> answers;
        if (server.stdio()) {
            Target target = Target.command(server.command(sandbox.baseUrl()), sandbox.credential());
            answers = CLIENTS.get(client).call(target, "attio_companies_assert", arguments, 2);
        } else {
            try (ServerProcess process =
                    ServerProcess.logging(server.command(sandbox.baseUrl()), sandbox.credential())) {
                answers = CLIENTS.get(client)
                        .call(Target.url(process.awaitUrl()), "attio_companies_assert", arguments, 2);
            }
        }
        assertThat(answers).hasSize(2);
        assertThat(answers.get(0).at("/data/id/record_id").asString())
                .isNotEmpty()
                .isEqualTo(answers.get(1).at("/data/id/record_id").asString());
        JsonNode found =
                sandbox.post("/v2/objects/companies/records/query", "{\"filter\":{\"domains\":\"" + domain + "\"}}");
        assertThat(found.path("data")).as(found.toString()).hasSize(1);
    }

    @ParameterizedTest(name = "by {0}")
    @MethodSource("servers")
    void theInspectorFindsNothingInTheSchemasThatClientsWouldRefuse(Server server) {
        CommandRun run = inspectTools(server, "legacy");
        assertThat(run.exit()).as(run.toString()).isZero();
    }

    @ParameterizedTest(name = "over {0}")
    @ValueSource(strings = {"stdio", "http"})
    void theInspectorListsTheToolsByTheNewestRevisionToo(String transport) {
        CommandRun run = inspectTools(new Server("kernel", transport), "modern");
        assertThat(run.exit()).as(run.toString()).isZero();
        List<String> names = new ArrayList<>();
        run.json()
                .required("result")
                .required("tools")
                .forEach(tool -> names.add(tool.required("name").asString()));
        Target.expectEveryTool(names);
    }

    static List<Server> servers() {
        return Server.all();
    }

    private static CommandRun inspectTools(Server server, String era) {
        String[] options = {"--method", "tools/list", "--strict", "--protocol-era", era};
        List<String> command = server.command(sandbox.baseUrl());
        if (server.stdio()) {
            return McpClients.inspect(Target.command(command, sandbox.credential()), options);
        }
        try (ServerProcess process = ServerProcess.logging(command, sandbox.credential())) {
            return McpClients.inspect(Target.url(process.awaitUrl()), options);
        }
    }
}
