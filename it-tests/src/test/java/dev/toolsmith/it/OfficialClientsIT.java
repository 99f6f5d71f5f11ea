package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The clients that the protocol's authors and LangChain's publish: they list, call, hear of progress and take calls back. */
class OfficialClientsIT {

    private static final String QUICK = "list_all_attio_lists";
    private static final String SLOW = "list_all_attio_workspace_members";
    private static final JsonNode EMPTY = Json.parse("{\"data\":[]}");
    private static final Pattern PROGRESS = Pattern.compile("^\\{\"progress\":(\\d+)");
    private static final Pattern TAKEN_BACK = Pattern.compile("^\\{\"takenBack\":\"(.+)\"}");
    private static final Map<String, String> ENVIRONMENT =
            Product.published(Map.of("ATTIO_API_KEY", "it", "TOOLSMITH_VIEW", "full"));

    @ParameterizedTest(name = "{0} in era {1} over {2}")
    @CsvSource({
        "v1, legacy, stdio, closes",
        "v1, legacy, http, leaves",
        "v2, legacy, stdio, closes",
        "v2, legacy, http, leaves",
        "v2, auto, stdio, closes",
        "v2, auto, http, closes",
        "v2, 2026-07-28, stdio, closes",
        "v2, 2026-07-28, http, closes",
        "langchain, legacy, stdio, closes",
        "langchain, legacy, http, leaves"
    })
    void aClientListsCallsHearsOfProgressAndTakesBack(String client, String era, String transport, String taking) {
        Server server = new Server("kernel", transport);
        try (DrippingUpstream upstream = DrippingUpstream.dripping("/v2/workspace_members")) {
            List<String> command = server.command(upstream.baseUrl());
            ObjectNode job = job(client, era);
            if (server.stdio()) {
                command.forEach(job.withArray("command")::add);
                ENVIRONMENT.forEach(job.withObject("env")::put);
                drive(job, upstream, taking.equals("closes"), client);
                return;
            }
            try (ServerProcess process = ServerProcess.logging(command, ENVIRONMENT)) {
                drive(job.put("url", process.awaitUrl().toString()), upstream, taking.equals("closes"), client);
            }
        }
    }

    @ParameterizedTest(name = "over {0}")
    @ValueSource(strings = {"stdio", "http"})
    void theJavaSdkListsCallsHearsOfProgressAndLeaves(String transport) {
        Server server = new Server("kernel", transport);
        try (DrippingUpstream upstream = DrippingUpstream.dripping("/v2/workspace_members")) {
            List<String> command = server.command(upstream.baseUrl());
            if (server.stdio()) {
                useJavaSdk(Target.command(command, ENVIRONMENT), upstream);
                return;
            }
            try (ServerProcess process = ServerProcess.logging(command, ENVIRONMENT)) {
                useJavaSdk(Target.url(process.awaitUrl()), upstream);
            }
        }
    }

    private static void useJavaSdk(Target target, DrippingUpstream upstream) {
        List<Double> progress = new CopyOnWriteArrayList<>();
        McpSyncClient client = McpClient.sync(McpClients.transport(target))
                .requestTimeout(Waiting.LONG)
                .initializationTimeout(Waiting.LONG)
                .progressConsumer(told -> progress.add(told.progress()))
                .build();
        try (client) {
            client.initialize();
            Target.expectEveryTool(
                    client.listTools().tools().stream().map(Tool::name).toList());
            assertThat(client.listPrompts().prompts()).isNotEmpty();
            assertThat(client.listResources().resources()).isNotEmpty();
            assertThat(text(client.callTool(call(QUICK)))).isEqualTo(EMPTY);

            CompletableFuture<CallToolResult> slow = CompletableFuture.supplyAsync(() -> client.callTool(call(SLOW)));
            Waiting.until(() -> !progress.isEmpty(), "news of progress");
            upstream.letOneEnd();
            assertThat(text(Waiting.on(slow, "the slow call"))).isEqualTo(EMPTY);
            assertThat(progress).isSorted().doesNotHaveDuplicates();

            progress.clear();
            CompletableFuture<CallToolResult> left = CompletableFuture.supplyAsync(() -> client.callTool(call(SLOW)));
            Waiting.until(() -> progress.size() > 1, "news of progress, and more of it");
            assertThat(left).isNotDone();
        }
        upstream.awaitGone();
    }

    private static CallToolRequest call(String tool) {
        return CallToolRequest.builder(tool)
                .arguments(Map.of())
                .progressToken("progress of " + tool)
                .build();
    }

    private static JsonNode text(CallToolResult result) {
        return Json.parse(((TextContent) result.content().get(0)).text());
    }

    @ParameterizedTest(name = "{0} over {1}")
    @CsvSource({"legacy, stdio", "legacy, http", "modern, stdio", "modern, http"})
    void theInspectorListsAndCalls(String era, String transport) {
        Server server = new Server("kernel", transport);
        try (DrippingUpstream upstream = DrippingUpstream.dripping("/v2/workspace_members")) {
            List<String> command = server.command(upstream.baseUrl());
            if (server.stdio()) {
                inspect(Target.command(command, ENVIRONMENT), era);
                return;
            }
            try (ServerProcess process = ServerProcess.logging(command, ENVIRONMENT)) {
                inspect(Target.url(process.awaitUrl()), era);
            }
        }
    }

    private static void inspect(Target target, String era) {
        assertThat(inspected(target, era, "tools/list", "tools"))
                .hasSameSizeAs(ToolFact.all().keySet());
        assertThat(inspected(target, era, "prompts/list", "prompts")).isNotEmpty();
        assertThat(inspected(target, era, "resources/list", "resources")).isNotEmpty();
        assertThat(inspected(target, era, "resources/templates/list", "resourceTemplates"))
                .isNotEmpty();
        JsonNode called = inspect(target, "--protocol-era", era, "--method", "tools/call", "--tool-name", QUICK);
        assertThat(Json.parse(called.required("content").path(0).path("text").asString()))
                .isEqualTo(EMPTY);
    }

    private static List<JsonNode> inspected(Target target, String era, String method, String member) {
        List<JsonNode> all = new ArrayList<>();
        inspect(target, "--protocol-era", era, "--method", method)
                .required(member)
                .forEach(all::add);
        return all;
    }

    private static JsonNode inspect(Target target, String... options) {
        CommandRun run = McpClients.inspect(target, options);
        assertThat(run.exit()).as(run.toString()).isZero();
        return run.json().required("result");
    }

    private static ObjectNode job(String client, String era) {
        return Json.object()
                .put("client", client)
                .put("era", era)
                .put("quick", QUICK)
                .put("slow", SLOW)
                .put(
                        "adapter",
                        Product.repository().resolve("examples/langchain").toString());
    }

    private static void drive(ObjectNode job, DrippingUpstream upstream, boolean closes, String client) {
        List<String> command = Node.command("official.mjs", job.toString());
        try (ServerProcess process = ServerProcess.logging(command, Map.of())) {
            assertThat(Long.parseLong(process.log().await(PROGRESS).group(1))).isPositive();
            upstream.letOneEnd();
            assertThat(process.log().await(TAKEN_BACK).group(1)).isNotEmpty();
            if (closes) {
                upstream.awaitGone();
            }
            assertThat(process.awaitExit()).as(process.log().text()).isZero();
            expect(process.log().text(), client);
        }
    }

    private static void expect(String log, String client) {
        ObjectNode seen = Json.object();
        for (String line : log.lines().filter(each -> each.startsWith("{")).toList()) {
            seen.setAll((ObjectNode) Json.parse(line));
        }
        Target.expectEveryTool(texts(seen.required("tools")));
        for (String name : List.of("quick", "slow", "again")) {
            assertThat(Json.parse(seen.required(name).asString())).as(name).isEqualTo(EMPTY);
        }
        if (!client.equals("langchain")) {
            assertThat(texts(seen.required("prompts"))).as(log).isNotEmpty();
            assertThat(texts(seen.required("resources"))).as(log).isNotEmpty();
        }
        assertThat(seen.has("answered")).as(log).isFalse();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
