package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.access.ApiTokens;
import dev.toolsmith.platform.account.Connections;
import dev.toolsmith.platform.account.HostedApi;
import dev.toolsmith.platform.account.HostedApi.AccountCheck;
import dev.toolsmith.platform.account.HostedApi.Destination;
import dev.toolsmith.platform.account.HostedApi.Quota;
import dev.toolsmith.platform.account.HostedExtras;
import dev.toolsmith.platform.audit.AuditQuery;
import dev.toolsmith.platform.limits.CallLimits;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.platform.store.ChangeLock;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.store.sqlite.SqliteStore;
import dev.toolsmith.platform.vault.Mac;
import dev.toolsmith.platform.vault.MasterKey;
import dev.toolsmith.platform.vault.Tokens;
import dev.toolsmith.platform.vault.Vault;
import dev.toolsmith.platform.versions.AppVersion;
import dev.toolsmith.platform.versions.VersionKeeper;
import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolPreset;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.discovery.SearchWords;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.text.WordKey;
import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.transport.http.Admission;
import dev.toolsmith.runtime.transport.http.HttpListener;
import dev.toolsmith.runtime.upstream.ApiEndpoint;
import dev.toolsmith.runtime.upstream.UpstreamCaller;
import dev.toolsmith.runtime.upstream.UpstreamClient;
import dev.toolsmith.runtime.upstream.UpstreamLimits;
import dev.toolsmith.runtime.upstream.UpstreamSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** The whole path of a call, with its real parts, in front of a stub of the API. */
final class Hosting implements AutoCloseable {

    static final Actor ACTOR = new Actor("adm_test", "127.0.0.1");
    static final String KEY = "sk_vault_6f1d2c";
    private static final UpstreamLimits LIMITS = UpstreamLimits.defaults().withDeadline(Duration.ofSeconds(20));
    /** An app of which nobody knows where its API is. */
    static final String NOWHERE = "nowhere";

    private static final ServerIdentity IDENTITY = new ServerIdentity("crm-mcp-server", "1", "Unrestricted.");

    private static final HostedExtras EXTRAS = new HostedExtras(
            List.of(
                    new ToolPreset(
                            "deals",
                            "deals and companies, without making any",
                            new ToolSelection(
                                    List.of("list"), List.of("deals", "companies"), List.of(), List.of(), false)),
                    new ToolPreset(
                            "notes",
                            "notes, of which this app has none",
                            new ToolSelection(List.of(), List.of("notes"), List.of(), List.of(), false))),
            () -> new SearchWords(Map.of("opportunity", List.of("deal"))),
            true,
            List.of(new CrmGuide()),
            List.of());

    static final String ALL = "company:read-write deal:read record:read webhook:read-write";

    /** What a test may want otherwise. */
    record Setup(
            List<Quota> quotas,
            DestinationHosts destinations,
            UnaryOperator<Store> store,
            Optional<SchemaContributor> schemas) {

        Setup(List<Quota> quotas, DestinationHosts destinations, UnaryOperator<Store> store) {
            this(quotas, destinations, store, Optional.empty());
        }

        static Setup plain() {
            return new Setup(List.of(), DestinationHosts.any(), store -> store);
        }
    }

    final ObservedCalls observed = new ObservedCalls();
    final CrmStub stub = new CrmStub();
    final MovingClock clock = new MovingClock();
    final ChangeLock lock = new ChangeLock();
    final Store store;
    final HostedTools tools;
    final Vault vault;
    final Tokens tokens;
    final ApiTokens apiTokens;
    final Connections connections;
    final HostedServers servers;
    final HostedCalls calls;
    final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final CallThreads threads = new CallThreads();
    private final UpstreamClient upstream = new UpstreamClient(LIMITS);
    private final HttpListener listener;
    final OpenStreams streams;

    Hosting(Path folder) {
        this(folder, Setup.plain());
    }

    Hosting(Path folder, Setup setup) {
        this(folder, setup, List.of(new CrmBundle()));
    }

    Hosting(Path folder, Setup setup, List<ToolBundle> bundles) {
        stub.account(KEY, "ws-1", ALL);
        SqliteStore sqlite = SqliteStore.open(folder.resolve("toolsmith.db"));
        store = setup.store().apply(sqlite);
        vault = Vault.open(MasterKey.open(folder.resolve("master.key"), Optional.empty()), store);
        sqlite.attestWith(vault.mac("audit-head")::of);
        tokens = new Tokens(vault);
        apiTokens = new ApiTokens(store, tokens, lock, clock);
        HostedApi api = new HostedApi(
                "crm",
                Optional.of(new AccountCheck("crm_get_self", "/active", "/scope", "/workspace_id", "/workspace_name")),
                setup.quotas(),
                List.of(new Destination("webhooks", "/data/target_url")),
                Set.of("webhooks"),
                setup.schemas());
        VersionKeeper keeper = new VersionKeeper(
                store,
                folder.resolve("bundles"),
                bundles,
                (bundle, version) -> new AppVersion(version, bundle, known(api, version.app()), this::caller),
                clock);
        tools = new HostedTools(keeper, EXTRAS);
        Mac arguments = vault.mac("arguments");
        AuditedProbe probe = new AuditedProbe(store, tools, arguments, threads, clock);
        connections = new Connections(store, vault, () -> apis(keeper), () -> probe, lock, clock);
        servers = new HostedServers(
                store, tokens, tools, connections, () -> URI.create("https://mcp.example"), lock, clock);
        CallParts parts = new CallParts(
                store,
                servers,
                tools,
                connections,
                apiTokens,
                CallLimits.ofThisMachine(),
                setup.destinations(),
                () -> URI.create("https://mcp.example"),
                observed,
                threads,
                lock,
                clock);
        WordKey words = WordKey.of(vault.mac("words").of(new byte[] {1}));
        calls = new HostedCalls(parts, arguments, words, IDENTITY, Hosting::introduction, faults::add);
        listener = HttpListener.at("127.0.0.1", 0);
        HostedMcpHandler handler =
                new HostedMcpHandler(calls, tokens, Admission.byPlace("127.0.0.1", Optional.empty(), List.of()));
        streams = handler.streams();
        start(handler);
    }

    private static ServerIdentity introduction(BundleTools offered) {
        String told = offered.told("Deals are told by crm_list_deals. This is a CRM.");
        return new ServerIdentity(IDENTITY.name(), IDENTITY.version(), told);
    }

    private static HostedApi known(HostedApi api, String app) {
        return api.app().equals(app) ? api : HostedApi.plain(app);
    }

    private static List<HostedApi> apis(VersionKeeper keeper) {
        return keeper.versions().newest().stream().map(AppVersion::api).toList();
    }

    private UpstreamCaller caller(BundleTools all) {
        String app = all.manifests().get(0).app();
        if (app.equals(NOWHERE)) {
            throw new IllegalStateException("It is not known where the API is.");
        }
        return UpstreamCaller.sharing(
                upstream,
                all,
                UpstreamSettings.of(app, new ApiEndpoint(stub.url(), Optional::empty), "crm-mcp-server/1")
                        .withLimits(LIMITS));
    }

    /** Moves to other bundles. */
    void moveTo(ToolBundle... bundles) {
        tools.keeper().prepare(List.of(bundles)).run();
    }

    private void start(HostedMcpHandler handler) {
        try {
            listener.start(handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Connection connected() {
        return connections.connect(ACTOR, "crm", "Acme", KEY);
    }

    HostedServers.Issued server(Connection connection, ServerConfig config) {
        return servers.create(ACTOR, connection.id(), new HostedServers.Draft("Sales", config, Optional.empty()));
    }

    /** A server of all tools for a new connection. */
    HostedServers.Issued server() {
        return server(connected(), ServerConfig.everything());
    }

    URI url(String token) {
        return URI.create("http://127.0.0.1:" + listener.port() + "/mcp/" + token);
    }

    /** The bodies of all rows of the trail, oldest first. */
    List<JsonNode> trail() {
        return trail(AuditQuery.newest(200));
    }

    /** The bodies of all rows about a server, oldest first. */
    List<JsonNode> trailOf(String serverId) {
        return trail(new AuditQuery(
                Optional.empty(),
                Optional.of(serverId),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                200));
    }

    private List<JsonNode> trail(AuditQuery query) {
        List<JsonNode> rows = new ArrayList<>();
        store.read(reads -> {
            reads.eachAudit(query, row -> rows.add(JsonTree.read(row.body().getBytes(StandardCharsets.UTF_8))));
            return true;
        });
        return rows;
    }

    static void waitUntil(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within 60 s: " + what);
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        streams.close();
        listener.close();
        calls.accounts().close();
        servers.close();
        upstream.close();
        stub.close();
        store.close();
        threads.close();
    }
}
