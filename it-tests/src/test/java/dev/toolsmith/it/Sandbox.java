package dev.toolsmith.it;

import dev.toolsmith.it.exact.Api;
import dev.toolsmith.sandbox.http.SandboxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Attio's API on this machine, as the tests' upstream. */
final class Sandbox implements AutoCloseable {

    /** One for all processes, so that equal pages have equal cursors. */
    private static final String SIGNING_KEY = "a-signing-key-of-the-integration-tests";

    private final HttpClient http = HttpClient.newHttpClient();
    private final SandboxServer server;

    private Sandbox(SandboxServer server) {
        this.server = server;
    }

    static Sandbox start() {
        try {
            return new Sandbox(new SandboxServer(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address before {@code /v2}. */
    String baseUrl() {
        return "http://127.0.0.1:" + server.port();
    }

    /** A token with every scope. */
    String token() {
        return server.token();
    }

    /** The environment that gives a server this sandbox's credential. */
    Map<String, String> credential() {
        return Map.of("ATTIO_API_KEY", token(), "TOOLSMITH_SIGNING_KEY", SIGNING_KEY);
    }

    /** Back to the sample workspace, with an empty journal. */
    void reset() {
        send("POST", "/_sandbox/reset", "");
    }

    /** What has been asked of the API since the last reset, as the sandbox itself noted it. */
    List<String> journal() {
        List<String> requests = new ArrayList<>();
        get("/_sandbox/requests")
                .required("requests")
                .forEach(request -> requests.add(request.required("method").asString() + " "
                        + request.required("target").asString()));
        return requests;
    }

    /** Empties the journal. */
    void forgetRequests() {
        send("DELETE", "/_sandbox/requests", "");
    }

    /** The API, as one asks that need not be understood. */
    Api api() {
        return (method, target, body) -> {
            HttpResponse<String> response =
                    ask(method, target, body.map(JsonNode::toString).orElse(""));
            return new Api.Answer(
                    response.statusCode(), response.body().isEmpty() ? Json.object() : Json.parse(response.body()));
        };
    }

    JsonNode get(String target) {
        return send("GET", target, "");
    }

    JsonNode post(String target, String body) {
        return send("POST", target, body);
    }

    private HttpResponse<String> ask(String method, String target, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl() + target))
                .timeout(Waiting.LONG)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private JsonNode send(String method, String target, String body) {
        HttpResponse<String> response = ask(method, target, body);
        if (response.statusCode() >= 300) {
            throw new AssertionError(method + " " + target + ": " + response.statusCode() + " " + response.body());
        }
        return response.body().isEmpty() ? Json.object() : Json.parse(response.body());
    }

    @Override
    public void close() {
        server.close();
    }
}
