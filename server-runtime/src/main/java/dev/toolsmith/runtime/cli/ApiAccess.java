package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.protocol.FaultLog;
import dev.toolsmith.runtime.protocol.StateOwner;
import dev.toolsmith.runtime.text.WordKey;
import dev.toolsmith.runtime.upstream.ApiEndpoint;
import dev.toolsmith.runtime.upstream.CallStep;
import dev.toolsmith.runtime.upstream.Confirmation;
import dev.toolsmith.runtime.upstream.CredentialSupplier;
import dev.toolsmith.runtime.upstream.OwnAccounts;
import dev.toolsmith.runtime.upstream.Secret;
import dev.toolsmith.runtime.upstream.UpstreamCaller;
import dev.toolsmith.runtime.upstream.UpstreamLimits;
import dev.toolsmith.runtime.upstream.UpstreamSettings;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Where a server's APIs are and what they are called with, settled before anything is served. */
final class ApiAccess implements DeferredCaller.Opening, StateOwner {

    private final BundleTools tools;
    private final String userAgent;
    private final List<EmbeddedUpstream> embedded;
    private final List<ServerExtension> extensions;
    private final Runnable listingChanged;
    private final FaultLog faults;
    private final WordKey key;
    private final ShownResults results;
    private final Map<String, ApiEndpoint> endpoints = new HashMap<>();
    private final List<CallStep> steps = new ArrayList<>();

    private ApiAccess(
            BundleTools tools,
            String userAgent,
            List<EmbeddedUpstream> embedded,
            List<ServerExtension> extensions,
            Runnable listingChanged,
            FaultLog faults,
            WordKey key,
            ShownResults results) {
        this.tools = tools;
        this.userAgent = userAgent;
        this.embedded = embedded;
        this.extensions = extensions;
        this.listingChanged = listingChanged;
        this.faults = faults;
        this.key = key;
        this.results = results;
    }

    /**
     * Settles it for the tools that a server offers.
     *
     * @param listingChanged told when the account of an API has made the listed tools others; must be quick
     * @throws UsageException when options contradict one another
     * @throws ConfigurationException when an address or a credential is missing or wrong
     */
    static ApiAccess of(VerbCall call, BundleTools tools, boolean inputIsFree, Runnable listingChanged) {
        ApiAccess access = of(call, tools, inputIsFree, listingChanged, call.signingKey());
        Optional<String> confirm = call.option(ServerOptions.CONFIRM);
        if (confirm.isPresent()) {
            access.steps.add(confirmation(confirm.get()).step());
        }
        return access;
    }

    private static Confirmation confirmation(String said) {
        try {
            return Confirmation.of(said);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--confirm says which calls are confirmed. " + e.getMessage());
        }
    }

    /** The same with another key of cursors, for somebody who confirms a call by typing it. */
    static ApiAccess of(VerbCall call, BundleTools tools, boolean inputIsFree, Runnable listingChanged, WordKey key) {
        ApiAddresses addresses = ApiAddresses.of(call, tools.manifests());
        String agent = call.identity().name() + "/" + call.identity().version();
        List<ServerExtension> exact = SchemaUse.of(call) == SchemaUse.PUBLISHED ? List.of() : call.extensions();
        ApiAccess access = new ApiAccess(
                tools,
                agent,
                addresses.embedded(),
                exact,
                listingChanged,
                new ErrorStream(call.err()),
                key,
                ShownResults.of(call));
        Credentials credentials = new Credentials(call, inputIsFree);
        for (BundleManifest manifest : tools.manifests()) {
            URI url = addresses.remote().get(manifest.app());
            if (url != null) {
                boolean hasSandbox =
                        ApiAddresses.embeddedOf(call, manifest.app()).isPresent();
                access.endpoints.put(
                        manifest.app(), endpoint(url, addresses, manifest, credentials.of(manifest, hasSandbox)));
            }
        }
        return access;
    }

    private static ApiEndpoint endpoint(
            URI url, ApiAddresses addresses, BundleManifest manifest, Optional<Secret> credential) {
        try {
            return new ApiEndpoint(
                    url,
                    new Constant(credential),
                    Optional.ofNullable(addresses.tokenUrls().get(manifest.app())));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }

    /** Which accounts of which APIs are called, as a word that tells no credential. */
    @Override
    public String word() {
        StringBuilder word = new StringBuilder();
        for (Map.Entry<String, ApiEndpoint> each : new TreeMap<>(endpoints).entrySet()) {
            word.append(each.getKey())
                    .append('=')
                    .append(each.getValue().fingerprint(key))
                    .append('\n');
        }
        for (EmbeddedUpstream each : embedded) {
            word.append(each.app()).append('\n');
        }
        return word.toString();
    }

    /** Starts what runs inside this process, and makes the caller. */
    @Override
    public OpenedApi open() throws IOException {
        QuietLogging.arrange();
        Map<String, EmbeddedUpstream.Running> running = new LinkedHashMap<>();
        for (EmbeddedUpstream each : embedded) {
            running.put(each.app(), each.start());
        }
        return new OpenedApi(UpstreamCaller.of(tools, settings(running), accounts()), List.copyOf(running.values()));
    }

    /** The accounts that calls are made for, of which nothing is known yet. */
    OwnAccounts accounts() {
        List<SchemaContributor> contributors = new ArrayList<>();
        for (ServerExtension extension : extensions) {
            contributors.addAll(extension.schemaContributors());
        }
        return new OwnAccounts(contributors, listingChanged, faults::fault);
    }

    /** The tools that it is settled for. */
    BundleTools tools() {
        return tools;
    }

    /** The APIs that run inside this process. */
    List<EmbeddedUpstream> embedded() {
        return embedded;
    }

    /**
     * What calls go by.
     *
     * @param running the APIs inside this process, by app
     */
    UpstreamSettings settings(Map<String, EmbeddedUpstream.Running> running) {
        Map<String, ApiEndpoint> all = new HashMap<>(endpoints);
        for (EmbeddedUpstream each : embedded) {
            EmbeddedUpstream.Running started = Objects.requireNonNull(running.get(each.app()));
            Secret token = Secret.of(started.token());
            ApiEndpoint endpoint = new ApiEndpoint(started.baseUrl(), new Constant(Optional.of(token)));
            all.put(each.app(), endpoint.withAccount(each.app()));
        }
        return new UpstreamSettings(all, userAgent, UpstreamLimits.defaults(), steps, key, results.form());
    }

    /** A credential that stays the same as long as the process lives. */
    private record Constant(Optional<Secret> credential) implements CredentialSupplier {}
}
