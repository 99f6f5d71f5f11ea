package dev.toolsmith.it.rig;

import dev.toolsmith.it.Json;
import dev.toolsmith.it.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages to hosted servers, of any tool with any arguments. */
final class Mcp {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The names of the tools that a server lists, in its order. */
    List<String> tools(Endpoint endpoint) {
        List<String> names = new ArrayList<>();
        Json.parse(post(endpoint, "tools/list", Json.object()).body())
                .required("result")
                .required("tools")
                .forEach(tool -> names.add(tool.required("name").asString()));
        return names;
    }

    /** A tool as a server lists it. */
    JsonNode listed(Endpoint endpoint, String tool) {
        for (JsonNode listed : Json.parse(
                        post(endpoint, "tools/list", Json.object()).body())
                .required("result")
                .required("tools")) {
            if (listed.required("name").asString().equals(tool)) {
                return listed;
            }
        }
        throw new AssertionError("Not listed: " + tool);
    }

    /** Calls a tool. */
    Answer call(Endpoint endpoint, String tool, JsonNode arguments) {
        ObjectNode params = Json.object().put("name", tool);
        params.set("arguments", arguments);
        return post(endpoint, "tools/call", params);
    }

    private Answer post(Endpoint endpoint, String method, JsonNode params) {
        ObjectNode message = Json.object().put("jsonrpc", "2.0").put("id", 1).put("method", method);
        message.set("params", params);
        HttpRequest request = HttpRequest.newBuilder(endpoint.url())
                .timeout(Waiting.LONG)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(message.toString()))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return Answer.of(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
