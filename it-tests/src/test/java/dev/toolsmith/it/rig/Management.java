package dev.toolsmith.it.rig;

import dev.toolsmith.it.Json;
import dev.toolsmith.it.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The management API, asked over HTTP as an administrator's script would. */
final class Management {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String apiToken;

    Management(URI base, String apiToken) {
        this.base = base;
        this.apiToken = apiToken;
    }

    /** Makes the first administrator, and tells the API token that comes with it. */
    static String setUp(URI base, String code) {
        ObjectNode body =
                Json.object().put("code", code).put("email", "ada@example.com").put("password", Canaries.PASSWORD);
        return new Management(base, "")
                .send("POST", "/api/v1/setup", body.toString())
                .ok()
                .required("api_token")
                .asString();
    }

    /** Connects the account of a workspace. */
    String connect(int workspace) {
        return connect("W" + workspace, Workspace.key(workspace));
    }

    /** Connects the account of a credential. */
    String connect(String name, String credential) {
        ObjectNode body = Json.object().put("app", "attio").put("name", name).put("api_key", credential);
        return send("POST", "/api/v1/connections", body.toString())
                .ok()
                .required("id")
                .asString();
    }

    /** Connects the accounts 1 to {@code count}, and makes one server of each that offers everything. */
    List<Endpoint> endpoints(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(workspace -> server(workspace, connect(workspace)))
                .toList();
    }

    /** Makes a server that offers everything. */
    Endpoint server(int workspace, String connectionId) {
        return server(workspace, connectionId, "{\"name\":\"Everything\",\"config\":{}}");
    }

    /** Makes a server by a body of one's own. */
    Endpoint server(int workspace, String connectionId, String body) {
        JsonNode made = send("POST", "/api/v1/connections/" + connectionId + "/servers", body)
                .ok();
        URI url = base.resolve("/mcp/" + made.required("token").asString());
        return new Endpoint(workspace, connectionId, made.required("id").asString(), url);
    }

    /** Asks something of one server. */
    Answered ofServer(String method, Endpoint endpoint, String below, String body) {
        return send(
                method,
                "/api/v1/connections/" + endpoint.connectionId() + "/servers/" + endpoint.serverId() + below,
                body);
    }

    /** Asks something of one connection. */
    Answered ofConnection(String method, String connectionId, String below, String body) {
        return send(method, "/api/v1/connections/" + connectionId + below, body);
    }

    /** The state of a connection. */
    String stateOf(String connectionId) {
        return ofConnection("GET", connectionId, "", "").ok().required("state").asString();
    }

    /** The whole audit trail. */
    AuditTrail trail() {
        return AuditTrail.ofJsonLines(exported());
    }

    /** Looks at every row of the audit trail, however many there are. */
    void eachAudit(Consumer<AuditEntry> row) {
        HttpRequest request = request("GET", "/api/v1/audit/export?format=jsonl", "");
        try (Stream<String> lines = http.send(request, BodyHandlers.ofLines()).body()) {
            lines.map(AuditEntry::of).forEach(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** The export of the audit trail, as it came. */
    String exported() {
        Answered answered = send("GET", "/api/v1/audit/export?format=jsonl", "");
        if (answered.status() != 200) {
            throw new AssertionError("Answered " + answered.status() + ": " + answered.body());
        }
        return answered.body();
    }

    /** Sends any request; an answer of any status is an answer. */
    Answered send(String method, String target, String body) {
        try {
            return trySend(method, target, body);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    /** Sends any request to a process that may end meanwhile. */
    Answered trySend(String method, String target, String body) throws IOException {
        try {
            HttpResponse<String> response = http.send(request(method, target, body), BodyHandlers.ofString());
            return new Answered(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private HttpRequest request(String method, String target, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(target))
                .timeout(Waiting.LONG)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!apiToken.isEmpty()) {
            request.header("Authorization", "Bearer " + apiToken);
        }
        return request.build();
    }
}
