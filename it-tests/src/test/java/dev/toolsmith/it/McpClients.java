package dev.toolsmith.it;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The clients that people use, each as one function: call a tool some times, and tell what the texts said. */
final class McpClients {

    private McpClients() {}

    /** The MCP Java SDK. */
    static List<JsonNode> javaSdk(Target target, String tool, JsonNode arguments, int times) {
        try (McpSyncClient client = McpClient.sync(transport(target))
                .requestTimeout(Waiting.LONG)
                .initializationTimeout(Waiting.LONG)
                .build()) {
            client.initialize();
            Target.expectEveryTool(client.listTools().tools().stream()
                    .map(listed -> listed.name())
                    .toList());
            List<JsonNode> answers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                var result = client.callTool(CallToolRequest.builder(tool)
                        .arguments(McpJsonDefaults.getMapper(), arguments.toString())
                        .build());
                answers.add(Json.parse(((TextContent) result.content().get(0)).text()));
            }
            return answers;
        }
    }

    /** What the MCP Java SDK reaches a target by. */
    static McpClientTransport transport(Target target) {
        if (target.url().isPresent()) {
            URI url = target.url().get();
            return HttpClientStreamableHttpTransport.builder(url.resolve("/").toString())
                    .endpoint(url.getPath())
                    .build();
        }
        ServerParameters server = ServerParameters.builder(target.command().get(0))
                .args(target.command().subList(1, target.command().size()))
                .env(target.environment())
                .build();
        return new StdioClientTransport(server, McpJsonDefaults.getMapper());
    }

    /** The first official TypeScript client. */
    static List<JsonNode> typescriptV1(Target target, String tool, JsonNode arguments, int times) {
        return typescript("v1", target, tool, arguments, times);
    }

    /** The second official TypeScript client. */
    static List<JsonNode> typescriptV2(Target target, String tool, JsonNode arguments, int times) {
        return typescript("v2", target, tool, arguments, times);
    }

    private static List<JsonNode> typescript(String sdk, Target target, String tool, JsonNode arguments, int times) {
        ObjectNode job = Json.object().put("sdk", sdk);
        target.url().ifPresent(url -> job.put("url", url.toString()));
        target.command().forEach(job.withArray("command")::add);
        target.environment().forEach(job.withObject("env")::put);
        for (int i = 0; i < times; i++) {
            job.withArray("calls").addObject().put("name", tool).set("arguments", arguments);
        }
        JsonNode seen = CommandRun.of(Node.command("clients.mjs"), Map.of(), job.toString())
                .json();
        List<String> names = new ArrayList<>();
        seen.required("tools").forEach(name -> names.add(name.asString()));
        Target.expectEveryTool(names);
        List<JsonNode> answers = new ArrayList<>();
        seen.required("answers").forEach(answer -> answers.add(text(answer)));
        return answers;
    }

    /** The Inspector's command line, one process a call. */
    static List<JsonNode> inspector(Target target, String tool, JsonNode arguments, int times) {
        List<JsonNode> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add(text(inspect(
                            target,
                            "--method",
                            "tools/call",
                            "--tool-name",
                            tool,
                            "--tool-args-json",
                            arguments.toString())
                    .json()));
        }
        return answers;
    }

    /** Runs the Inspector's command line once. */
    static CommandRun inspect(Target target, String... options) {
        List<String> command = Node.command(
                "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js",
                "--cli",
                "--format",
                "json",
                "--quiet",
                "--connect-timeout",
                "120000");
        command.addAll(List.of(options));
        target.environment().forEach((name, value) -> command.addAll(List.of("-e", name + "=" + value)));
        if (target.url().isPresent()) {
            command.addAll(List.of(
                    "--transport", "http", "--server-url", target.url().get().toString()));
        } else {
            command.add("--");
            command.addAll(target.command());
        }
        String catalogue =
                Path.of("target", "inspector", "mcp.json").toAbsolutePath().toString();
        return CommandRun.of(command, Map.of("MCP_CATALOG_PATH", catalogue), "");
    }

    /** A raw client behind {@code mcp-remote}, the bridge for clients that only start commands. */
    static List<JsonNode> mcpRemote(Target target, String tool, JsonNode arguments, int times) {
        List<String> bridge = Node.command(
                "node_modules/mcp-remote/dist/proxy.js",
                target.url().orElseThrow().toString());
        Map<String, String> environment = Map.of(
                "MCP_REMOTE_CONFIG_DIR",
                Path.of("target", "mcp-remote").toAbsolutePath().toString());
        try (Rpc rpc = StdioRpc.to(ServerProcess.talking(bridge, environment))) {
            rpc.initialize();
            Target.expectEveryTool(rpc.tools().stream()
                    .map(listed -> listed.required("name").asString())
                    .toList());
            List<JsonNode> answers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                answers.add(rpc.call(tool, arguments).json());
            }
            return answers;
        }
    }

    private static JsonNode text(JsonNode result) {
        JsonNode content = result.has("result") ? result.path("result").path("content") : result.path("content");
        if (content.isEmpty()) {
            throw new AssertionError("No content: " + result);
        }
        return Json.parse(content.path(0).path("text").asString());
    }
}
