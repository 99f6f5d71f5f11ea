package dev.toolsmith.platform.cli;

import dev.toolsmith.platform.Platform;
import dev.toolsmith.platform.PlatformSettings;
import dev.toolsmith.platform.account.HostedApi;
import dev.toolsmith.platform.account.HostedExtras;
import dev.toolsmith.platform.ops.Logs;
import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.vault.MasterKey;
import dev.toolsmith.platform.web.WebSettings;
import dev.toolsmith.platform.web.WebSettings.PemFiles;
import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ServedBundles;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.cli.ApiAddresses;
import dev.toolsmith.runtime.cli.BundleWatch;
import dev.toolsmith.runtime.cli.ConfigurationException;
import dev.toolsmith.runtime.cli.EmbeddedUpstream;
import dev.toolsmith.runtime.cli.GracefulStop;
import dev.toolsmith.runtime.cli.Option;
import dev.toolsmith.runtime.cli.ServerOptions;
import dev.toolsmith.runtime.cli.UsageException;
import dev.toolsmith.runtime.cli.Verb;
import dev.toolsmith.runtime.cli.VerbCall;
import dev.toolsmith.runtime.tool.ListChanges.Listening;
import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.transport.http.HostName;
import dev.toolsmith.runtime.upstream.ApiEndpoint;
import dev.toolsmith.runtime.upstream.CredentialSupplier;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hosts restricted servers for connected accounts until the process is asked to end. */
public final class ServeVerb implements Verb {

    private static final Logger LOG = LoggerFactory.getLogger(ServeVerb.class);

    private final List<HostedApi> apis;

    /** Hosting of these APIs. */
    public ServeVerb(List<HostedApi> apis) {
        this.apis = List.copyOf(apis);
    }

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String form() {
        return "[OPTIONS]";
    }

    @Override
    public String summary() {
        return "host restricted servers for connected accounts at /mcp/TOKEN, managed at /admin";
    }

    @Override
    public List<Option> options() {
        return PlatformOptions.SERVE;
    }

    @Override
    public List<Variable> variables() {
        return List.of(PlatformOptions.MASTER_KEY);
    }

    @Override
    public Optional<String> whereElse(String option) {
        return PlatformOptions.settingOfServers(option);
    }

    @Override
    public int run(VerbCall call) throws IOException, InterruptedException {
        call.takesNoWords();
        Logs.Format format = format(call);
        WebSettings web = web(call);
        List<HostedApi> exact = exact(call);
        ServedBundles served = call.servedBundles();
        ApiAddresses addresses = ApiAddresses.of(call, manifests(served));
        addresses.remote().values().forEach(ServeVerb::refuseUnsafe);
        Optional<String> masterKey = call.secret(MasterKey.VARIABLE);
        Logs.arrange(format, call.err());
        web.warning().ifPresent(LOG::warn);
        List<EmbeddedUpstream.Running> embedded = new ArrayList<>();
        try {
            Map<String, URI> here = new HashMap<>();
            for (EmbeddedUpstream each : addresses.embedded()) {
                EmbeddedUpstream.Running running = each.start();
                embedded.add(running);
                here.put(each.app(), running.baseUrl());
            }
            Platform platform = Platform.open(new PlatformSettings(
                    call.identity(),
                    call::identity,
                    served.current(),
                    exact,
                    manifest -> endpoint(call, addresses, manifest, here),
                    PlatformOptions.folder(call),
                    masterKey,
                    web,
                    call.list(PlatformOptions.WEBHOOK_HOSTS),
                    HostedExtras.of(call.extensions()),
                    Clock.systemUTC()));
            Optional<BundleWatch> watch = watch(served, platform);
            GracefulStop.arrange(() -> end(watch, platform, embedded));
            tell(call.print(), platform, embedded);
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException | RuntimeException e) {
            embedded.forEach(EmbeddedUpstream.Running::close);
            throw e;
        }
    }

    /** What is known of the APIs, with what makes their schemas exact. */
    private List<HostedApi> exact(VerbCall call) {
        Map<String, HostedApi> byApp = new LinkedHashMap<>();
        apis.forEach(api -> byApp.put(api.app(), api));
        for (SchemaContributor each : call.schemaContributors()) {
            HostedApi known = byApp.getOrDefault(each.app(), HostedApi.plain(each.app()));
            byApp.put(each.app(), known.withSchemas(each));
        }
        return List.copyOf(byApp.values());
    }

    private static List<BundleManifest> manifests(ServedBundles served) {
        List<BundleManifest> manifests = new ArrayList<>();
        for (ToolBundle bundle : served.current()) {
            manifests.addAll(
                    BundleTools.of(List.of(bundle), ToolSelection.everything()).manifests());
        }
        return manifests;
    }

    /**
     * Where the API of a bundle is, also of one that is served from a later moment on.
     *
     * @param here the APIs that run inside this process
     */
    private static ApiEndpoint endpoint(
            VerbCall call, ApiAddresses addresses, BundleManifest manifest, Map<String, URI> here) {
        // Every call brings its own account's credential; there is none beside.
        CredentialSupplier none = Optional::empty;
        URI own = here.get(manifest.app());
        if (own != null) {
            return new ApiEndpoint(own, none);
        }
        ApiEndpoint endpoint = addresses.endpoint(call, manifest, none);
        refuseUnsafe(endpoint.baseUrl());
        return endpoint;
    }

    /** Moves the platform with the files of its bundles, where there are any. */
    private static Optional<BundleWatch> watch(ServedBundles served, Platform platform) {
        platform.versions().tried("");
        if (served.files().isEmpty()) {
            return Optional.empty();
        }
        Listening unused = served.onChange(platform.versions());
        return Optional.of(BundleWatch.start(served, LOG::warn, why -> remember(platform, why.orElse(""))));
    }

    private static void remember(Platform platform, String why) {
        try {
            platform.versions().tried(why);
        } catch (StoreException e) {
            LOG.warn("Whether tools could be replaced could not be kept for \"doctor\"");
        }
    }

    private static void end(Optional<BundleWatch> watch, Platform platform, List<EmbeddedUpstream.Running> embedded) {
        SecondSignal.endsAtOnce();
        watch.ifPresent(BundleWatch::close);
        platform.close();
        embedded.forEach(EmbeddedUpstream.Running::close);
    }

    private static void tell(PrintStream out, Platform platform, List<EmbeddedUpstream.Running> embedded) {
        out.println("Listening on " + platform.listening());
        platform.newSetupCode()
                .ifPresent(code -> out.println(
                        "Setup code: " + code + " (30 minutes, once) at " + platform.base() + "/admin/setup"));
        embedded.forEach(running -> out.println("Sandbox API key: " + running.token()));
    }

    private static Logs.Format format(VerbCall call) {
        String said = call.option(PlatformOptions.LOG).orElse("json");
        return switch (said) {
            case "json" -> Logs.Format.JSON;
            case "text" -> Logs.Format.TEXT;
            default -> throw new UsageException("--log is json or text, not \"" + said + "\".");
        };
    }

    static WebSettings web(VerbCall call) {
        try {
            return new WebSettings(
                    call.option(PlatformOptions.HOST).orElse("127.0.0.1"),
                    port(call),
                    call.option(PlatformOptions.PUBLIC_URL).map(ServeVerb::url),
                    call.list(PlatformOptions.TRUSTED_PROXIES),
                    tls(call),
                    call.list(ServerOptions.ORIGINS),
                    connections(call));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<PemFiles> tls(VerbCall call) {
        Optional<String> certificate = call.option(PlatformOptions.TLS_CERT);
        Optional<String> key = call.option(PlatformOptions.TLS_KEY);
        if (certificate.isPresent() != key.isPresent()) {
            throw new UsageException("--tls-cert and --tls-key belong together; one of them is missing.");
        }
        return certificate.map(file -> new PemFiles(Path.of(file), Path.of(key.orElseThrow())));
    }

    private static URI url(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--public-url is a URL such as https://mcp.example.com, not \"" + text + "\".");
        }
    }

    private static int connections(VerbCall call) {
        String said = call.option(PlatformOptions.CONNECTIONS_PER_ADDRESS)
                .orElse(Integer.toString(WebSettings.CONNECTIONS_PER_ADDRESS));
        if (said.matches("[1-9]\\d{0,5}")) {
            return Integer.parseInt(said);
        }
        throw new UsageException("--connections-per-address is a number from 1 to 999999, not \"" + said + "\".");
    }

    private static int port(VerbCall call) {
        String said = call.option(ServerOptions.PORT).orElse("8080");
        if (said.matches("\\d{1,5}") && Integer.parseInt(said) <= 65_535) {
            return Integer.parseInt(said);
        }
        throw new UsageException("--port is a number from 0 to 65535, not \"" + said + "\".");
    }

    /** Credentials of many accounts go there: in the clear to this machine only. */
    private static void refuseUnsafe(URI url) {
        boolean safe = "https".equals(url.getScheme())
                || ("http".equals(url.getScheme()) && url.getHost() != null && HostName.isLoopback(url.getHost()));
        if (!safe) {
            throw new ConfigurationException("The base URL " + url
                    + " would have credentials sent in the clear. Use https; http is for this machine only.");
        }
    }
}
