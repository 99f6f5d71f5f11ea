package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.AttioTools;
import dev.toolsmith.attio.workspace.AttioWorkspaces;
import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.account.CheckedCall;
import dev.toolsmith.runtime.account.KnownAccounts;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.sandbox.AttioSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A sandbox of Attio with calls to it checked first, and the same calls sent to it unchecked. */
final class QueriedSandbox implements AutoCloseable {

    private final AttioSandbox sandbox = AttioSandbox.start(0);
    private final HttpClient client = HttpClient.newHttpClient();
    private final BundleTools tools = BundleTools.of(List.of(new AttioTools()), ToolSelection.everything());
    private final List<String> reads = new CopyOnWriteArrayList<>();
    private final KnownAccounts accounts = new KnownAccounts(new AttioWorkspaces(), changed -> {});

    /** An account that is the same in all calls of one key, and knows nothing at the first. */
    Account account(String key) {
        return accounts.of(key, this::read);
    }

    /** What was read so far, in order. */
    List<String> reads() {
        return List.copyOf(reads);
    }

    CheckedCall check(String key, String tool, String arguments) {
        return account(key).check(tool(tool), json(arguments)).join();
    }

    BundledTool tool(String name) {
        return tools.find(name).orElseThrow();
    }

    static ObjectNode json(String text) {
        return (ObjectNode) JsonTree.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private CompletableFuture<ToolResult> read(String tool, ObjectNode arguments) {
        String path = tool(tool).descriptor().path();
        ObjectNode left = arguments.deepCopy();
        for (String name : List.copyOf(arguments.propertyNames())) {
            String template = "{" + name + "}";
            if (path.contains(template)) {
                path = path.replace(template, arguments.path(name).asString());
                left.remove(name);
            }
        }
        reads.add(path);
        HttpRequest request = request(path + (left.has("show_archived") ? "?show_archived=true" : ""))
                .GET()
                .build();
        return client.sendAsync(request, BodyHandlers.ofByteArray())
                .thenApply(answer -> answer.statusCode() == 200
                        ? ToolResult.of(answer.body())
                        : ToolResult.failure("status " + answer.statusCode()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.baseUri() + path))
                .header("Authorization", "Bearer " + sandbox.token())
                .header("Content-Type", "application/json");
    }

    /** What the sandbox answers to a query that nobody has checked. */
    HttpResponse<String> query(String path, ObjectNode body) throws IOException, InterruptedException {
        return post("/v2/" + path + "/query", body);
    }

    /** Sends anything to the sandbox. */
    HttpResponse<String> post(String path, ObjectNode body) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .POST(BodyPublishers.ofByteArray(JsonTree.write(body)))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** What the sandbox answers to a reading call. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return JsonTree.read(client.send(request(path).GET().build(), BodyHandlers.ofByteArray())
                .body());
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
