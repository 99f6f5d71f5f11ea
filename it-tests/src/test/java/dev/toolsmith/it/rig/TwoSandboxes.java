package dev.toolsmith.it.rig;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.toolsmith.it.Json;
import dev.toolsmith.it.Waiting;
import dev.toolsmith.sandbox.http.SandboxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** One address of Attio's API behind which the credential decides which of two workspaces answers. */
final class TwoSandboxes implements AutoCloseable {

    /** The credential of the first workspace at the common address. */
    static final String FIRST = "key-of-the-first-workspace";

    /** The credential of the second. */
    static final String SECOND = "key-of-the-second-workspace";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer front;
    private final SandboxServer first;
    private final SandboxServer second;

    TwoSandboxes() {
        try {
            first = new SandboxServer(0);
            second = new SandboxServer(0);
            front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        front.setExecutor(threads);
        front.createContext("/", this::pass);
        front.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + front.getAddress().getPort();
    }

    SandboxServer first() {
        return first;
    }

    SandboxServer second() {
        return second;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            SandboxServer sandbox = authorization.equals("Bearer " + SECOND) ? second : first;
            boolean known = sandbox == second || authorization.equals("Bearer " + FIRST);
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            address(sandbox, exchange.getRequestURI().toString()))
                    .timeout(Waiting.LONG)
                    .header("Authorization", known ? "Bearer " + sandbox.token() : authorization)
                    .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
            if (body.length > 0) {
                request.header("Content-Type", "application/json");
            }
            HttpResponse<byte[]> answer = answered(request.build());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static URI address(SandboxServer sandbox, String target) {
        return URI.create("http://127.0.0.1:" + sandbox.port() + target);
    }

    private HttpResponse<byte[]> answered(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Asks one of the workspaces directly. */
    JsonNode ask(SandboxServer sandbox, String method, String target, String body) {
        HttpResponse<byte[]> answer = answered(HttpRequest.newBuilder(address(sandbox, target))
                .timeout(Waiting.LONG)
                .header("Authorization", "Bearer " + sandbox.token())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
        JsonNode json = Json.parse(new String(answer.body(), StandardCharsets.UTF_8));
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + target + ": " + json);
        }
        return json;
    }

    /** What was asked of one of the workspaces. */
    List<String> journal(SandboxServer sandbox) {
        List<String> requests = new ArrayList<>();
        ask(sandbox, "GET", "/_sandbox/requests", "")
                .required("requests")
                .forEach(request -> requests.add(request.required("method").asString() + " "
                        + request.required("target").asString()));
        return requests;
    }

    @Override
    public void close() {
        front.stop(0);
        threads.shutdownNow();
        first.close();
        second.close();
    }
}
