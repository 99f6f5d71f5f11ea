package dev.toolsmith.platform;

import dev.toolsmith.platform.access.AccessSweep;
import dev.toolsmith.platform.access.Administrators;
import dev.toolsmith.platform.access.ApiTokens;
import dev.toolsmith.platform.account.AccountProbe;
import dev.toolsmith.platform.account.Connections;
import dev.toolsmith.platform.account.HostedApi;
import dev.toolsmith.platform.admin.AdminPages;
import dev.toolsmith.platform.admin.AdminParts;
import dev.toolsmith.platform.api.ManagementApi;
import dev.toolsmith.platform.hosting.AuditedProbe;
import dev.toolsmith.platform.hosting.CallParts;
import dev.toolsmith.platform.hosting.CallThreads;
import dev.toolsmith.platform.hosting.DestinationHosts;
import dev.toolsmith.platform.hosting.HostedCalls;
import dev.toolsmith.platform.hosting.HostedMcpHandler;
import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.hosting.HostedTools;
import dev.toolsmith.platform.limits.CallLimits;
import dev.toolsmith.platform.model.ApiToken.Permission;
import dev.toolsmith.platform.ops.Metrics;
import dev.toolsmith.platform.store.ChangeLock;
import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.store.sqlite.Restoration;
import dev.toolsmith.platform.store.sqlite.SqliteStore;
import dev.toolsmith.platform.vault.MasterKey;
import dev.toolsmith.platform.vault.Tokens;
import dev.toolsmith.platform.vault.Vault;
import dev.toolsmith.platform.vault.VaultException;
import dev.toolsmith.platform.versions.AppVersion;
import dev.toolsmith.platform.versions.VersionKeeper;
import dev.toolsmith.platform.web.MetricsHandler;
import dev.toolsmith.platform.web.Readiness;
import dev.toolsmith.platform.web.Route;
import dev.toolsmith.platform.web.WebServer;
import dev.toolsmith.platform.web.WebSettings;
import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundleVersion;
import dev.toolsmith.runtime.cli.ConfigurationException;
import dev.toolsmith.runtime.text.WordKey;
import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.transport.http.Admission;
import dev.toolsmith.runtime.upstream.ApiEndpoint;
import dev.toolsmith.runtime.upstream.UpstreamCaller;
import dev.toolsmith.runtime.upstream.UpstreamClient;
import dev.toolsmith.runtime.upstream.UpstreamLimits;
import dev.toolsmith.runtime.upstream.UpstreamSettings;
import dev.toolsmith.runtime.view.ResultForm;
import dev.toolsmith.runtime.view.View;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that hosts servers on one machine, put together and running. */
public final class Platform implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private static final int MOST_EXPORTS = 2;
    private static final UpstreamLimits LIMITS =
            new UpstreamLimits(Duration.ofSeconds(30), Duration.ofSeconds(5), 5 << 20, 256 << 10, 64L << 20, 256);

    private final ClosingOrder closing = new ClosingOrder();
    private final PlatformSettings settings;
    private final Clock clock;
    private final AtomicReference<URI> base = new AtomicReference<>(URI.create("http://127.0.0.1"));
    private final Metrics metrics;
    private final CallThreads threads;
    private final ChangeLock lock = new ChangeLock();
    private final SqliteStore store;
    private final Vault vault;
    private final UpstreamClient upstream;
    private final VersionKeeper versions;
    private final HostedTools tools;
    private final Connections connections;
    private final HostedServers servers;
    private final ApiTokens apiTokens;
    private final Administrators administrators;
    private final Tokens tokens;
    private final Semaphore exports = new Semaphore(MOST_EXPORTS);
    private final CallLimits limits = CallLimits.ofThisMachine();
    private final HostedMcpHandler mcp;
    private final WebServer web;

    private Platform(PlatformSettings settings) throws IOException {
        this.settings = settings;
        this.clock = settings.clock();
        try {
            closing.before(settings.folder().take());
            Restoration.refuseUnfinished(settings.folder().database());
            metrics = closing.before(new Metrics());
            threads = closing.before(new CallThreads());
            store = closing.before(SqliteStore.open(settings.folder().database()));
            vault = Vault.open(MasterKey.open(settings.folder().masterKey(), settings.masterKey()), store);
            store.attestWith(vault.mac("audit-head")::of);
            closeOpenIntents();
            tokens = new Tokens(vault);
            upstream = closing.before(new UpstreamClient(LIMITS));
            versions = new VersionKeeper(store, settings.folder().bundles(), settings.bundles(), this::opened, clock);
            tools = new HostedTools(versions, settings.extras());
            AtomicReference<AccountProbe> probe = new AtomicReference<>();
            connections = new Connections(store, vault, this::apis, probe::get, lock, clock);
            probe.set(new AuditedProbe(store, tools, vault.mac("arguments"), threads, clock));
            servers = closing.before(new HostedServers(store, tokens, tools, connections, base::get, lock, clock));
            apiTokens = new ApiTokens(store, tokens, lock, clock);
            administrators = new Administrators(store, tokens, clock);
            closing.before(AccessSweep.start(apiTokens, administrators));
            showNumbers();
            mcp = mcp(settings.web().admission());
            closing.before(mcp.accounts());
            web = closing.before(start());
            closing.before(mcp.streams());
            base.set(web.base());
        } catch (StoreException | VaultException e) {
            closing.close();
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            closing.close();
            throw e;
        }
    }

    /**
     * Opens one and starts to serve.
     *
     * @throws ConfigurationException in one line when something that an operator has to set right is in the way
     * @throws IOException when the machine does not let it be
     */
    public static Platform open(PlatformSettings settings) throws IOException {
        Platform platform = new Platform(settings);
        CompletableFuture<Void> unused = CompletableFuture.runAsync(platform::warmUp);
        return platform;
    }

    private void closeOpenIntents() {
        int cutOff = store.closeOpenIntents(clock.instant());
        if (cutOff > 0) {
            LOG.warn("{} calls were cut off when the server ended last. The audit trail says so of each.", cutOff);
        }
    }

    private void warmUp() {
        versions.versions().newest().forEach(version -> {
            version.upstream().warmUp();
            version.api().schemas().ifPresent(contributor -> prepare(contributor, version.tools()));
        });
    }

    private static void prepare(SchemaContributor contributor, BundleTools tools) {
        try {
            contributor.prepare(tools);
        } catch (RuntimeException e) {
            LOG.warn("The schemas of accounts of {} could not be prepared", contributor.app(), e);
        }
    }

    private AppVersion opened(ToolBundle bundle, BundleVersion version) {
        return new AppVersion(version, bundle, settings.api(version.app()), this::caller);
    }

    private UpstreamCaller caller(BundleTools tools) {
        BundleManifest manifest = tools.manifests().get(0);
        ApiEndpoint endpoint = settings.endpoints().apply(manifest);
        String agent = settings.identity().name() + "/" + settings.identity().version();
        return UpstreamCaller.sharing(
                upstream,
                tools,
                UpstreamSettings.of(manifest.app(), endpoint, agent)
                        .withLimits(LIMITS)
                        .withKey(wordKey("cursors"))
                        .withForm(new ResultForm(
                                View.FULL, false, settings.extras().views())));
    }

    /** A key of words that stay good over restarts. */
    private WordKey wordKey(String use) {
        return WordKey.of(vault.mac("words").of(use.getBytes(StandardCharsets.UTF_8)));
    }

    private List<HostedApi> apis() {
        return versions.versions().newest().stream().map(AppVersion::api).toList();
    }

    private void showNumbers() {
        metrics.gauge("toolsmith.audit.rows", "Audit rows made durable since the start", store::appended);
        metrics.gauge("toolsmith.store.queue", "Changes that wait to be made durable", store::waiting);
        String breakers = "Connections by what is thought of their API's health";
        metrics.gauge("toolsmith.breakers", breakers, "state", "closed", limits::closedBreakers);
        metrics.gauge("toolsmith.breakers", breakers, "state", "half_open", limits::halfOpenBreakers);
        metrics.gauge("toolsmith.breakers", breakers, "state", "open", limits::openBreakers);
        metrics.gauge("toolsmith.servers", "Hosted servers", () -> servers.all().size());
        metrics.gauge(
                "toolsmith.connections",
                "Connected accounts",
                () -> connections.all().size());
    }

    private WebServer start() throws IOException {
        WebSettings where = settings.web();
        try {
            return WebServer.start(where, new Readiness(Probes.of(store, vault, clock)), routes(where.admission()));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new ConfigurationException("It cannot listen on " + where.host() + ":" + where.port() + " ("
                    + e.getMessage() + "). Choose another port with --port N.");
        }
    }

    private HostedMcpHandler mcp(Admission admission) {
        CallParts parts = new CallParts(
                store,
                servers,
                tools,
                connections,
                apiTokens,
                limits,
                settings.webhookHosts().isEmpty()
                        ? DestinationHosts.any()
                        : DestinationHosts.of(settings.webhookHosts()),
                base::get,
                metrics,
                threads,
                lock,
                clock);
        HostedCalls calls = new HostedCalls(
                parts,
                vault.mac("arguments"),
                wordKey("requests"),
                settings.identity(),
                settings.introductions(),
                fault -> LOG.error("A request failed for a reason of our own", fault));
        return new HostedMcpHandler(calls, tokens, admission);
    }

    private List<Route> routes(Admission admission) {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.guardingItself("/mcp/{token}", mcp));
        Handler api = new ManagementApi(new ManagementApi.Parts(
                store,
                vault,
                connections,
                servers,
                apiTokens,
                administrators,
                exports,
                settings.bundles().get(0).app(),
                versions,
                clock));
        routes.add(new Route("/api/v1/*", api));
        routes.add(new Route("/integrated-account/*", api));
        routes.add(Route.guardingItself("/admin/*", new AdminPages(adminParts(admission))));
        routes.add(new Route("/metrics", new MetricsHandler(metrics::scrape, this::mayReadMetrics, isLocalOnly())));
        return routes;
    }

    private AdminParts adminParts(Admission admission) {
        return new AdminParts(
                administrators,
                connections,
                servers,
                tools,
                apiTokens,
                store,
                exports,
                admission,
                settings.web().publicUrl(),
                clock);
    }

    private boolean mayReadMetrics(String token) {
        return apiTokens
                .find(token)
                .filter(found -> found.permissions().contains(Permission.METRICS))
                .isPresent();
    }

    private boolean isLocalOnly() {
        return settings.web().publicUrl().isEmpty();
    }

    /** Moves apps to other versions, as it follows the bundles that are served. */
    public VersionKeeper versions() {
        return versions;
    }

    /** Where it listens. */
    public URI listening() {
        return web.listening();
    }

    /** The address that clients see, without a slash at its end. */
    public URI base() {
        return web.base();
    }

    /** What lets its holder become the first administrator; empty when there is one. */
    public Optional<String> newSetupCode() {
        return administrators.newSetupCode();
    }

    /** Takes on nothing more, lets what is in flight end and be recorded, and lets go of the data folder. */
    @Override
    public void close() {
        closing.close();
    }
}
