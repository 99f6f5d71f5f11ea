package dev.toolsmith.it;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON-RPC over Streamable HTTP: one POST a message. */
final class HttpRpc implements Rpc {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Waiting.LONG).build();
    private final URI url;
    private final AtomicLong ids = new AtomicLong();

    private HttpRpc(URI url) {
        this.url = url;
    }

    static HttpRpc to(URI url) {
        return new HttpRpc(url);
    }

    @Override
    public CompletableFuture<JsonNode> send(String method, JsonNode params) {
        ObjectNode message = Json.object()
                .put("jsonrpc", "2.0")
                .put("id", ids.incrementAndGet())
                .put("method", method);
        message.set("params", params);
        return post(message).thenApply(HttpRpc::message);
    }

    @Override
    public void tell(String method) {
        HttpResponse<String> response =
                Waiting.on(post(Json.object().put("jsonrpc", "2.0").put("method", method)), method);
        if (response.statusCode() != 202) {
            throw new AssertionError(method + " was answered " + response.statusCode() + " " + response.body());
        }
    }

    @Override
    public void close() {
        // The connections end with the client; the server holds nothing for it.
    }

    private CompletableFuture<HttpResponse<String>> post(JsonNode message) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(Waiting.LONG)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", REVISION)
                .POST(HttpRequest.BodyPublishers.ofString(message.toString()))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    private static JsonNode message(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("text/event-stream")) {
            String last = response.body()
                    .lines()
                    .filter(line -> line.startsWith("data:"))
                    .reduce((first, second) -> second)
                    .orElseThrow();
            return Json.parse(last.substring("data:".length()));
        }
        if (!type.startsWith("application/json")) {
            throw new AssertionError("Answered " + response.statusCode() + " " + type + " " + response.body());
        }
        return Json.parse(response.body());
    }
}
