package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.upstream.ApiEndpoint;
import dev.toolsmith.runtime.upstream.CredentialSupplier;
import dev.toolsmith.runtime.upstream.CredentialVariables;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a server's APIs are, as options, environment and descriptions say.
 *
 * @param remote the base URL of each app's API that is somewhere else
 * @param tokenUrls where clients get tokens of such an API, by app, if another place is set than its description names
 * @param embedded the APIs that run inside this process
 */
public record ApiAddresses(Map<String, URI> remote, Map<String, URI> tokenUrls, List<EmbeddedUpstream> embedded) {

    public ApiAddresses {
        remote = Map.copyOf(remote);
        tokenUrls = Map.copyOf(tokenUrls);
        embedded = List.copyOf(embedded);
    }

    /**
     * Settles them for a server's bundles.
     *
     * @throws UsageException when options contradict one another
     * @throws ConfigurationException when an address is missing or wrong
     */
    public static ApiAddresses of(VerbCall call, List<BundleManifest> manifests) {
        boolean sandbox = call.isOn(ServerOptions.SANDBOX);
        Optional<String> baseUrl = call.option(ServerOptions.BASE_URL);
        if (baseUrl.isPresent() && (sandbox || manifests.size() > 1)) {
            throw new UsageException(
                    sandbox
                            ? "--sandbox and --base-url exclude one another."
                            : "--base-url is for servers of one API; set the variable of each API instead.");
        }
        Map<String, URI> remote = new TreeMap<>();
        Map<String, URI> tokenUrls = new TreeMap<>();
        List<EmbeddedUpstream> embedded = new ArrayList<>();
        for (BundleManifest manifest : manifests) {
            Optional<EmbeddedUpstream> own = embeddedOf(call, manifest.app());
            if (sandbox && own.isPresent()) {
                embedded.add(own.get());
            } else {
                remote.put(manifest.app(), address(call, manifest, baseUrl));
                String variable = CredentialVariables.of(manifest).tokenUrl();
                Optional<String> tokenUrl = call.variable(variable);
                if (tokenUrl.isPresent()) {
                    tokenUrls.put(manifest.app(), url(variable, tokenUrl.get()));
                }
            }
        }
        if (sandbox && embedded.isEmpty()) {
            throw new UsageException("This server has no sandbox; leave --sandbox out.");
        }
        return new ApiAddresses(remote, tokenUrls, embedded);
    }

    /**
     * Where the API of one bundle is that runs somewhere else, also of one that is served from a later moment on.
     *
     * @param credential what it is called with, unless a call brings its own
     * @throws ConfigurationException when that is not known or no URL, or when {@code --base-url} says where another
     *     one is
     */
    public ApiEndpoint endpoint(VerbCall call, BundleManifest manifest, CredentialSupplier credential) {
        Optional<String> baseUrl = call.option(ServerOptions.BASE_URL);
        if (baseUrl.isPresent() && !remote.containsKey(manifest.app())) {
            throw new ConfigurationException("--base-url is for servers of one API, and says nothing of "
                    + manifest.title() + ". Set " + manifest.baseUrlVariable() + " instead.");
        }
        String variable = CredentialVariables.of(manifest).tokenUrl();
        try {
            return new ApiEndpoint(
                    address(call, manifest, baseUrl),
                    credential,
                    call.variable(variable).map(text -> url(variable, text)));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }

    static Optional<EmbeddedUpstream> embeddedOf(VerbCall call, String app) {
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
        String address = said.isPresent() ? said.get() : new ServerVariables(call).fill(manifest);
        if (address.isEmpty()) {
            String basePath = manifest.server().basePath();
            throw new ConfigurationException("The description of " + manifest.title()
                    + " does not say where the API is. Set " + manifest.baseUrlVariable() + " or add --base-url URL"
                    + (basePath.isEmpty() ? "." : ", with the path " + basePath + " at its end."));
        }
        return url("The base URL", address);
    }

    private static URI url(String what, String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(what + " " + address + " is no URL.");
        }
    }
}
