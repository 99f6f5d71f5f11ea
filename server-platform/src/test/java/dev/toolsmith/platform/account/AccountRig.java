package dev.toolsmith.platform.account;

import dev.toolsmith.platform.audit.AuditQuery;
import dev.toolsmith.platform.audit.AuditRow;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.store.ChangeLock;
import dev.toolsmith.platform.store.sqlite.SqliteStore;
import dev.toolsmith.platform.vault.MasterKey;
import dev.toolsmith.platform.vault.Vault;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.upstream.ApiEndpoint;
import dev.toolsmith.runtime.upstream.CallTerms;
import dev.toolsmith.runtime.upstream.Secret;
import dev.toolsmith.runtime.upstream.UpstreamCaller;
import dev.toolsmith.runtime.upstream.UpstreamSettings;
import dev.toolsmith.sandbox.AttioSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Connections over a real store, a real vault and calls to a real sandbox. */
final class AccountRig implements AccountProbe, AutoCloseable {

    static final Actor ACTOR = new Actor("adm_1", "127.0.0.1");
    static final HostedApi ATTIO = new HostedApi(
            "attio",
            Optional.of(new HostedApi.AccountCheck(
                    SelfBundle.TOOL, "/active", "/scope", "/workspace_id", "/workspace_name")),
            List.of(),
            List.of(),
            Set.of());

    final MovableClock clock = new MovableClock();
    final AtomicInteger probes = new AtomicInteger();
    final AttioSandbox sandbox = AttioSandbox.start(0);
    final SqliteStore store;
    final Vault vault;

    /** What a probe waits for before it is answered. */
    volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    private final HttpClient http = HttpClient.newHttpClient();
    private final BundleTools tools = BundleTools.of(List.of(new SelfBundle()), ToolSelection.everything());
    private volatile UpstreamCaller caller;

    AccountRig(Path folder) {
        store = SqliteStore.open(folder.resolve("toolsmith.db"));
        vault = Vault.open(MasterKey.open(folder.resolve("keys/master.key"), Optional.empty()), store);
        store.attestWith(vault.mac("audit-head")::of);
        caller = callerOf(sandbox.baseUri());
    }

    private UpstreamCaller callerOf(URI address) {
        return UpstreamCaller.of(
                tools, UpstreamSettings.of("attio", new ApiEndpoint(address, Optional::empty), "tests/1"));
    }

    /** Asks somewhere else from now on. */
    void move(URI address) {
        caller.close();
        caller = callerOf(address);
    }

    Connections connections() {
        return connections(List.of(ATTIO));
    }

    Connections connections(List<HostedApi> apis) {
        return new Connections(store, vault, () -> apis, () -> this, new ChangeLock(), clock);
    }

    Connection connect(Connections connections) {
        return connections.connect(ACTOR, "attio", "Sales", sandbox.token());
    }

    @Override
    public CompletableFuture<ToolResult> ask(Connection connection, Secret credential) {
        probes.incrementAndGet();
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        ToolCall call =
                new ToolCall(SelfBundle.TOOL, "{}".getBytes(StandardCharsets.UTF_8), CallOrigin.UNKNOWN, cancelled);
        CallTerms terms =
                CallTerms.of(tools.find(SelfBundle.TOOL).orElseThrow()).withCredential(() -> Optional.of(credential));
        return caller.call(call, terms).thenCombine(gate, (result, open) -> result);
    }

    /** A new token of the sandbox with these scopes; all for none. */
    String newToken(String... scopes) throws IOException, InterruptedException {
        String body = scopes.length == 0 ? "{}" : "{\"scopes\":[\"" + String.join("\",\"", scopes) + "\"]}";
        return control("/_sandbox/tokens", body).path("token").asString();
    }

    void revoke(String token) throws IOException, InterruptedException {
        control("/_sandbox/revoke", "{\"token\":\"" + token + "\"}");
    }

    /** The next calls that ask about a credential are answered with this status. */
    void answerNext(int status, int count) throws IOException, InterruptedException {
        control("/_sandbox/next", "{\"count\":" + count + ",\"status\":" + status + ",\"path_prefix\":\"/v2/self\"}");
    }

    private JsonNode control(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(sandbox.baseUri().resolve(path))
                .header("Authorization", "Bearer " + sandbox.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return JsonMapper.shared()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /** The kinds of all events, oldest first. */
    List<String> events() {
        return bodies().stream()
                .map(body -> JsonMapper.shared().readTree(body).path("kind").asString())
                .toList();
    }

    List<String> bodies() {
        List<AuditRow> rows = new ArrayList<>();
        store.read(reads -> {
            reads.eachAudit(AuditQuery.newest(200), rows::add);
            return true;
        });
        return rows.stream().map(AuditRow::body).toList();
    }

    @Override
    public void close() {
        caller.close();
        store.close();
        sandbox.close();
    }
}
