package dev.toolsmith.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON-RPC 2.0 to one MCP server, message by message, with nothing of a client library in between. */
interface Rpc extends AutoCloseable {

    String REVISION = "2025-11-25";

    /** Sends one request; the future holds the whole answer, error or result. */
    CompletableFuture<JsonNode> send(String method, JsonNode params);

    /** Sends a notification. */
    void tell(String method);

    @Override
    void close();

    /** The result of a request; an error answer fails the test. */
    default JsonNode result(String method, JsonNode params) {
        JsonNode answer = Waiting.on(send(method, params), "the answer to " + method + " " + params);
        if (answer.has("error")) {
            throw new AssertionError(method + " " + params + " was answered " + answer);
        }
        return answer.required("result");
    }

    /** The handshake of the revisions up to 2025-11-25. */
    default JsonNode initialize() {
        ObjectNode params = Json.object();
        params.put("protocolVersion", REVISION);
        params.putObject("capabilities");
        params.putObject("clientInfo").put("name", "toolsmith-it").put("version", "1");
        JsonNode result = result("initialize", params);
        tell("notifications/initialized");
        return result;
    }

    /** Every tool that the server lists, page after page. */
    default List<JsonNode> tools() {
        List<JsonNode> tools = new ArrayList<>();
        ObjectNode params = Json.object();
        JsonNode page;
        do {
            page = result("tools/list", params);
            page.required("tools").forEach(tools::add);
            params.put("cursor", page.path("nextCursor").asString(""));
        } while (page.hasNonNull("nextCursor"));
        return tools;
    }

    /** Calls a tool without waiting for it. */
    default CompletableFuture<ToolAnswer> calling(String tool, JsonNode arguments) {
        ObjectNode params = Json.object();
        params.put("name", tool);
        params.set("arguments", arguments);
        return send("tools/call", params).thenApply(answer -> ToolAnswer.of(tool, answer));
    }

    /** Calls a tool. */
    default ToolAnswer call(String tool, JsonNode arguments) {
        return Waiting.on(calling(tool, arguments), "the answer of " + tool + " " + arguments);
    }
}
