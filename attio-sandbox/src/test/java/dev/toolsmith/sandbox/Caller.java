package dev.toolsmith.sandbox;

import dev.toolsmith.sandbox.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Calls a sandbox with a token. */
final class Caller {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final String authorization;

    Caller(AttioSandbox sandbox) {
        this(sandbox.baseUri(), "Bearer " + sandbox.token());
    }

    private Caller(URI base, String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    /** An answer with its body as text. */
    record Reply(int status, String body, HttpResponse<byte[]> response) {
        JsonNode json() {
            return Json.parse(body).orElseThrow(() -> new AssertionError("no JSON: " + body));
        }

        JsonNode data() {
            return json().path("data");
        }

        String code() {
            return json().path("code").asString();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** The same calls with other credentials. */
    Caller as(String otherAuthorization) {
        return new Caller(base, otherAuthorization);
    }

    /** The same calls with a new token of these scopes. */
    Caller withScopes(String... scopes) {
        String body = "{\"scopes\":" + Json.strings(java.util.List.of(scopes)) + "}";
        return as(
                "Bearer " + post("/_sandbox/tokens", body).json().path("token").asString());
    }

    Reply get(String target) {
        return call("GET", target, "");
    }

    Reply post(String target, String body) {
        return call("POST", target, body);
    }

    Reply put(String target, String body) {
        return call("PUT", target, body);
    }

    Reply patch(String target, String body) {
        return call("PATCH", target, body);
    }

    Reply delete(String target) {
        return call("DELETE", target, "");
    }

    Reply call(String method, String target, String body) {
        return call(method, target, body, "application/json");
    }

    Reply form(String target, String form) {
        return call("POST", target, form, "application/x-www-form-urlencoded");
    }

    private Reply call(String method, String target, String body, String mediaType) {
        HttpRequest.BodyPublisher publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + target))
                .method(method, publisher)
                .header("Content-Type", mediaType);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The id of the first record that a filter finds. */
    String record(String object, String filter) {
        return post("/v2/objects/" + object + "/records/query", "{\"filter\":" + filter + ",\"limit\":1}")
                .data()
                .path(0)
                .path("id")
                .path("record_id")
                .asString();
    }
}
