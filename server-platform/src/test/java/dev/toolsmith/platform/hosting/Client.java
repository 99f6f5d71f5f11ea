package dev.toolsmith.platform.hosting;

import dev.toolsmith.runtime.json.JsonTree;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** An MCP client that posts to one URL. */
final class Client {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI url;

    Client(URI url) {
        this.url = url;
    }

    /** What came back. */
    record Got(int status, HttpResponse<byte[]> response) {

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JsonTree.read(response.body());
        }

        JsonNode result() {
            return json().at("/result");
        }

        boolean isError() {
            return result().at("/isError").booleanValue();
        }

        String toolText() {
            return result().at("/content/0/text").stringValue();
        }

        String code() {
            return result().at("/_meta/dev.toolsmith~1error/code").stringValue("");
        }
    }

    CompletableFuture<Got> sending(String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(response -> new Got(response.statusCode(), response));
    }

    Got send(String body, String... headers) {
        return got(sending(body, headers));
    }

    CompletableFuture<Got> calling(String tool, String arguments, String... headers) {
        return sending(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                        + "\",\"arguments\":" + arguments + "}}",
                headers);
    }

    Got call(String tool, String arguments, String... headers) {
        return got(calling(tool, arguments, headers));
    }

    Got list(String... headers) {
        return send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}", headers);
    }

    Got initialize(String... headers) {
        return send(
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                        + "\"capabilities\":{},\"clientInfo\":{\"name\":\"tester\",\"version\":\"7\"}}}",
                headers);
    }

    static Got got(CompletableFuture<Got> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
