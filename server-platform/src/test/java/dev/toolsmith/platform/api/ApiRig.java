package dev.toolsmith.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.access.Administrators;
import dev.toolsmith.platform.access.ApiTokens;
import dev.toolsmith.platform.account.AccountProbe;
import dev.toolsmith.platform.account.Connections;
import dev.toolsmith.platform.account.HostedApi;
import dev.toolsmith.platform.hosting.AuditedProbe;
import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.hosting.HostedTools;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.ApiToken.Permission;
import dev.toolsmith.platform.store.ChangeLock;
import dev.toolsmith.platform.store.sqlite.SqliteStore;
import dev.toolsmith.platform.vault.MasterKey;
import dev.toolsmith.platform.vault.Tokens;
import dev.toolsmith.platform.vault.Vault;
import dev.toolsmith.platform.versions.AppVersion;
import dev.toolsmith.platform.versions.VersionKeeper;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.upstream.ApiEndpoint;
import dev.toolsmith.runtime.upstream.UpstreamCaller;
import dev.toolsmith.runtime.upstream.UpstreamClient;
import dev.toolsmith.runtime.upstream.UpstreamLimits;
import dev.toolsmith.runtime.upstream.UpstreamSettings;
import dev.toolsmith.sandbox.AttioSandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;

/**
 * The management API on a real server over a real store, with the sandbox as the API behind. Holds every answer to the
 * description.
 */
final class ApiRig implements AutoCloseable {

    private static final URI PUBLIC = URI.create("https://mcp.example.com");

    final AttioSandbox sandbox = AttioSandbox.start(0);
    final ApiContract contract = new ApiContract();
    final SqliteStore store;
    final ApiTokens tokens;
    final HostedServers servers;
    final Administrators administrators;
    final String token;
    final Semaphore exports = new Semaphore(2);
    private final Routes routes;

    private final UpstreamClient upstream = new UpstreamClient(UpstreamLimits.defaults());
    final VersionKeeper keeper;
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    ApiRig(Path folder) throws Exception {
        Clock clock = Clock.systemUTC();
        store = SqliteStore.open(folder.resolve("toolsmith.db"));
        Vault vault = Vault.open(MasterKey.open(folder.resolve("master.key"), Optional.empty()), store);
        store.attestWith(vault.mac("audit-head")::of);
        Tokens secrets = new Tokens(vault);
        ChangeLock lock = new ChangeLock();
        tokens = new ApiTokens(store, secrets, lock, clock);
        administrators = new Administrators(store, secrets, clock);
        HostedApi api = new HostedApi(
                "attio",
                Optional.of(new HostedApi.AccountCheck(
                        ShopBundle.SELF, "/active", "/scope", "/workspace_id", "/workspace_name")),
                List.of(),
                List.of(),
                Set.of());
        keeper = new VersionKeeper(
                store,
                folder.resolve("bundles"),
                List.of(new ShopBundle()),
                (bundle, version) -> new AppVersion(version, bundle, api, this::caller),
                clock);
        HostedTools tools = new HostedTools(keeper);
        AccountProbe probe = new AuditedProbe(store, tools, vault.mac("arguments"), Runnable::run, clock);
        Connections connections = new Connections(store, vault, () -> List.of(api), () -> probe, lock, clock);
        servers = new HostedServers(store, secrets, tools, connections, () -> PUBLIC, lock, clock);
        token = token("Test", Permission.MANAGE);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ManagementApi.Parts parts = new ManagementApi.Parts(
                store, vault, connections, servers, tokens, administrators, exports, "attio", keeper, clock);
        routes = Routes.of(parts);
        server.setHandler(new ManagementApi(parts));
        server.setErrorHandler(ApiRig::bareError);
        server.start();
    }

    private UpstreamCaller caller(BundleTools all) {
        return UpstreamCaller.sharing(
                upstream,
                all,
                UpstreamSettings.of("attio", new ApiEndpoint(sandbox.baseUri(), Optional::empty), "test/1"));
    }

    /** As the platform's own server does with what it does not let through to the API. */
    private static boolean bareError(Request request, Response response, Callback callback) {
        response.getHeaders().put("Content-Length", 0);
        response.write(true, ByteBuffer.allocate(0), callback);
        return true;
    }

    /** A new API token. */
    String token(String name, Permission... permissions) {
        return tokens.create(Actor.SYSTEM, name, Set.of(permissions), Optional.empty(), Optional.empty())
                .secret();
    }

    /** The operations that are served, as {@code GET /api/v1/tokens}. */
    Set<String> routes() {
        Set<String> names = new TreeSet<>();
        routes.all().forEach(route -> names.add(route.method() + " " + route.template()));
        return names;
    }

    /** The parameters that an operation knows. */
    Set<String> parameters(String operation) {
        return routes.all().stream()
                .filter(route -> operation.equals(route.method() + " " + route.template()))
                .findFirst()
                .orElseThrow()
                .parameters();
    }

    int port() {
        return connector.getLocalPort();
    }

    /** An answer that fits the description. */
    record Got(int status, Map<String, String> headers, String body) {
        JsonNode json() {
            return JsonTree.read(body.getBytes(StandardCharsets.UTF_8));
        }

        String text(String pointer) {
            return json().at(pointer).asString();
        }

        /** The ids on a page. */
        List<String> ids() {
            List<String> ids = new ArrayList<>();
            json().at("/data").forEach(item -> ids.add(item.get("id").stringValue()));
            return ids;
        }

        /** This, unless its status is another. */
        Got must(int wanted) {
            assertThat(status).as(body).isEqualTo(wanted);
            return this;
        }
    }

    Got get(String path) throws Exception {
        return send("GET", path, "");
    }

    Got send(String method, String path, String body) throws Exception {
        return send(
                method,
                path,
                body.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + token);
    }

    /** Sends a request with these header fields and no others. */
    Got send(String method, String path, byte[] body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        Map<String, String> fields = new TreeMap<>();
        response.headers().map().forEach((name, values) -> fields.put(name, String.join(", ", values)));
        contract.check(
                method,
                path,
                new ApiContract.Answered(
                        response.statusCode(), fields.getOrDefault("content-type", ""), fields, response.body()));
        return new Got(response.statusCode(), fields, response.body());
    }

    /** What the first administrator is made with. */
    static String setup(String code) {
        return "{\"code\":\"" + code
                + "\",\"email\":\"Ada@Example.com\",\"password\":\"correct horse battery staple\"}";
    }

    /** Asks the sandbox itself for something. */
    JsonNode sandbox(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(sandbox.baseUri().resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isBetween(200, 299);
        return response.body().isEmpty()
                ? JsonTree.read(new byte[] {'0'})
                : JsonTree.read(response.body().getBytes(StandardCharsets.UTF_8));
    }

    /** A connected account's id. */
    String connection() throws Exception {
        return send("POST", "/api/v1/connections", "{\"name\":\"Sandbox\",\"api_key\":\"" + sandbox.token() + "\"}")
                .text("/id");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server did not stop", e);
        }
        servers.close();
        upstream.close();
        store.close();
        sandbox.close();
    }
}
