package dev.toolsmith.attio.workspace;

import dev.toolsmith.attio.AttioTools;
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
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A sandbox with its sample workspace, checked calls of it, and calls that go there unchecked. */
public final class SandboxAccount implements AutoCloseable {

    private final AttioSandbox sandbox = AttioSandbox.start(0);
    private final HttpClient http = HttpClient.newHttpClient();
    private final BundleTools tools = BundleTools.of(List.of(new AttioTools()), ToolSelection.everything());
    private final KnownAccounts accounts;
    private final AtomicInteger reads = new AtomicInteger();

    public SandboxAccount() {
        this(System::nanoTime);
    }

    /** An account that grows old by a clock of nanoseconds. */
    public SandboxAccount(LongSupplier clock) {
        accounts = new KnownAccounts(new AttioWorkspaces(), clock, KnownAccounts.HOLD, key -> {});
    }

    /** What came of a call that nothing has checked. */
    public record Sent(int status, String body) {}

    public static ObjectNode json(String text) {
        return (ObjectNode) JsonTree.read(text.getBytes(StandardCharsets.UTF_8));
    }

    BundledTool tool(String name) {
        return tools.find(name).orElseThrow();
    }

    private Account account() {
        return accounts.of("sample", (tool, arguments) -> {
            reads.incrementAndGet();
            Sent sent = send(tool, arguments);
            return CompletableFuture.completedFuture(
                    sent.status() == 200
                            ? ToolResult.of(sent.body().getBytes(StandardCharsets.UTF_8))
                            : ToolResult.failure(sent.body()));
        });
    }

    public int reads() {
        return reads.get();
    }

    public void forget() {
        accounts.forget("sample");
        reads.set(0);
    }

    public CheckedCall check(String tool, ObjectNode arguments) {
        return account().check(tool(tool), arguments).join();
    }

    /** The refusal of a call; empty when it is accepted. */
    public String refusal(String tool, String arguments) {
        return check(tool, json(arguments)).refusal().orElse("");
    }

    /** The lines of a refusal. */
    public List<String> problems(String tool, String arguments) {
        return refusal(tool, arguments)
                .lines()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2))
                .toList();
    }

    public Sent send(String tool, ObjectNode arguments) {
        BundledTool known = tool(tool);
        String path = known.descriptor().path();
        List<String> query = new ArrayList<>();
        for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
            String value = URLEncoder.encode(argument.getValue().asString(""), StandardCharsets.UTF_8);
            if (path.contains("{" + argument.getKey() + "}")) {
                path = path.replace("{" + argument.getKey() + "}", value);
            } else if (!argument.getKey().equals("data")) {
                query.add(argument.getKey() + "=" + value);
            }
        }
        ObjectNode body = json("{}");
        if (arguments.has("data")) {
            body.set("data", arguments.path("data"));
        }
        String address = sandbox.baseUri() + path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        return send(known.descriptor().method(), URI.create(address), body);
    }

    private Sent send(String method, URI uri, ObjectNode body) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + sandbox.token())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET") || method.equals("DELETE")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(JsonTree.write(body)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Sent(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The answer to a call that has to go well. */
    public JsonNode answer(String tool, String arguments) {
        Sent sent = send(tool, json(arguments));
        if (sent.status() != 200) {
            throw new IllegalStateException(sent.body());
        }
        return JsonTree.read(sent.body().getBytes(StandardCharsets.UTF_8)).path("data");
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
