package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.upstream.ApiEndpoint;
import dev.toolsmith.runtime.upstream.CredentialSupplier;
import dev.toolsmith.runtime.upstream.Secret;
import dev.toolsmith.runtime.upstream.UpstreamCaller;
import dev.toolsmith.runtime.upstream.UpstreamLimits;
import dev.toolsmith.runtime.upstream.UpstreamSettings;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a server's APIs are and what they are called with, settled before anything is served. */
final class ApiAccess implements DeferredCaller.Opening {

    private final BundleTools tools;
    private final String userAgent;
    private final Map<String, ApiEndpoint> endpoints = new HashMap<>();
    private final List<EmbeddedUpstream> embedded = new ArrayList<>();

    private ApiAccess(BundleTools tools, String userAgent) {
        this.tools = tools;
        this.userAgent = userAgent;
    }

    /**
     * Settles it for the tools that a server offers.
     *
     * @throws UsageException when options contradict one another
     * @throws ConfigurationException when an address or a credential is missing or wrong
     */
    static ApiAccess of(VerbCall call, BundleTools tools, boolean inputIsFree) {
        String agent = call.identity().name() + "/" + call.identity().version();
        ApiAccess access = new ApiAccess(tools, agent);
        boolean sandbox = call.isOn(ServerOptions.SANDBOX);
        Optional<String> baseUrl = call.option(ServerOptions.BASE_URL);
        if (baseUrl.isPresent() && (sandbox || tools.manifests().size() > 1)) {
            throw new UsageException(
                    sandbox
                            ? "--sandbox and --base-url exclude one another."
                            : "--base-url is for servers of one API; set the variable of each API instead.");
        }
        Credentials credentials = new Credentials(call, inputIsFree);
        for (BundleManifest manifest : tools.manifests()) {
            Optional<EmbeddedUpstream> own = embeddedOf(call, manifest.app());
            if (sandbox && own.isPresent()) {
                access.embedded.add(own.get());
            } else {
                URI url = address(call, manifest, baseUrl);
                access.endpoints.put(manifest.app(), endpoint(url, manifest, credentials, own.isPresent()));
            }
        }
        if (sandbox && access.embedded.isEmpty()) {
            throw new UsageException("This server has no sandbox; leave --sandbox out.");
        }
        return access;
    }

    private static Optional<EmbeddedUpstream> embeddedOf(VerbCall call, String app) {
        for (ServerExtension extension : call.extensions()) {
            Optional<EmbeddedUpstream> upstream = extension.embeddedUpstream();
            if (upstream.isPresent() && upstream.get().app().equals(app)) {
                return upstream;
            }
        }
        return Optional.empty();
    }

    private static URI address(VerbCall call, BundleManifest manifest, Optional<String> baseUrl) {
        Optional<String> said = baseUrl.isPresent() ? baseUrl : call.variable(manifest.baseUrlVariable());
        String address = said.orElse(manifest.baseUrl());
        if (address.isEmpty()) {
            throw new ConfigurationException("The description of " + manifest.title()
                    + " does not say where the API is. Set " + manifest.baseUrlVariable() + " or add --base-url URL.");
        }
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("The base URL " + address + " is no URL.");
        }
    }

    private static ApiEndpoint endpoint(URI url, BundleManifest manifest, Credentials credentials, boolean hasSandbox) {
        Optional<Secret> secret =
                manifest.security().isEmpty() ? Optional.empty() : Optional.of(credentials.of(manifest, hasSandbox));
        try {
            return new ApiEndpoint(url, new Constant(secret));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }

    /** Starts what runs inside this process, and makes the caller. */
    @Override
    public OpenedApi open() throws IOException {
        QuietLogging.arrange();
        Map<String, ApiEndpoint> all = new HashMap<>(endpoints);
        List<EmbeddedUpstream.Running> running = new ArrayList<>();
        for (EmbeddedUpstream each : embedded) {
            EmbeddedUpstream.Running started = each.start();
            running.add(started);
            Secret token = Secret.of(started.token());
            all.put(each.app(), new ApiEndpoint(started.baseUrl(), new Constant(Optional.of(token))));
        }
        UpstreamSettings settings = new UpstreamSettings(all, userAgent, UpstreamLimits.defaults(), List.of());
        return new OpenedApi(UpstreamCaller.of(tools, settings), running);
    }

    /** A credential that stays the same as long as the process lives. */
    private record Constant(Optional<Secret> credential) implements CredentialSupplier {}
}
