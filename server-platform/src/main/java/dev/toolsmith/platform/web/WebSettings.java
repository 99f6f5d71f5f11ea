package dev.toolsmith.platform.web;

import dev.toolsmith.runtime.transport.http.Admission;
import dev.toolsmith.runtime.transport.http.HostName;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the platform listens and whom it believes.
 *
 * @param host the address to bind
 * @param port the port to bind; 0 for any free one
 * @param publicUrl the address that clients see; needed unless the host is loopback
 * @param trustedProxies addresses or ranges whose word is taken on who sent a request, such as {@code 10.0.0.0/8}
 * @param tls the certificate to show; empty to listen in the clear
 * @param origins further web origins whose pages may call
 * @param connectionsPerAddress how many connections a remote address may have that is no trusted proxy's
 */
public record WebSettings(
        String host,
        int port,
        Optional<URI> publicUrl,
        List<String> trustedProxies,
        Optional<PemFiles> tls,
        List<String> origins,
        int connectionsPerAddress) {

    /** So many connections an address may have that is not told otherwise. */
    public static final int CONNECTIONS_PER_ADDRESS = 200;

    /**
     * A certificate and its key as files.
     *
     * @param certificate the chain, the server's own certificate first
     * @param key the private key, not encrypted
     */
    public record PemFiles(Path certificate, Path key) {}

    public WebSettings {
        trustedProxies = List.copyOf(trustedProxies);
        origins = List.copyOf(origins);
        if (publicUrl.isEmpty() && !HostName.isLoopback(host)) {
            throw new IllegalArgumentException("Serving on " + host + ", which others can reach, needs the address that"
                    + " they use: add --public-url https://mcp.example.com.");
        }
        if (publicUrl.isPresent()) {
            check(publicUrl.get());
        }
        TrustedProxies.set(trustedProxies);
        if (connectionsPerAddress < 1) {
            throw new IllegalArgumentException(
                    "--connections-per-address is at least 1, not " + connectionsPerAddress + ".");
        }
    }

    /** With the usual number of connections for each address. */
    public WebSettings(
            String host,
            int port,
            Optional<URI> publicUrl,
            List<String> trustedProxies,
            Optional<PemFiles> tls,
            List<String> origins) {
        this(host, port, publicUrl, trustedProxies, tls, origins, CONNECTIONS_PER_ADDRESS);
    }

    private static void check(URI url) {
        boolean plain = url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"));
        boolean safe = "https".equals(url.getScheme())
                || ("http".equals(url.getScheme()) && url.getHost() != null && HostName.isLoopback(url.getHost()));
        if (!plain || !safe) {
            throw new IllegalArgumentException("--public-url is https and a host, such as https://mcp.example.com, not "
                    + url + "; http is for this machine only.");
        }
    }

    /** On 127.0.0.1, for everyone on this machine. */
    public static WebSettings onLoopback(int port) {
        return new WebSettings("127.0.0.1", port, Optional.empty(), List.of(), Optional.empty(), List.of());
    }

    /** Which hosts and origins are let in. */
    public Admission admission() {
        return Admission.byPlace(host, publicUrl, origins);
    }

    /** What an operator has probably forgotten; empty for nothing. */
    public Optional<String> warning() {
        boolean behindProxy = tls.isEmpty()
                && publicUrl.map(URI::getScheme).filter("https"::equals).isPresent();
        return behindProxy && trustedProxies.isEmpty()
                ? Optional.of("--public-url is https, but there is neither --tls-cert nor --trusted-proxies: whoever"
                        + " comes through a proxy is taken for the proxy, in limits and in the audit trail.")
                : Optional.empty();
    }

    /** Where it listens, with the port that was bound. */
    public URI listening(int boundPort) {
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create((tls.isPresent() ? "https" : "http") + "://" + name + ":" + boundPort);
    }

    /** The address that clients see, without a slash at its end. */
    public URI base(int boundPort) {
        return publicUrl
                .map(url -> URI.create(url.getScheme() + "://" + url.getRawAuthority()))
                .orElseGet(() -> listening(boundPort));
    }
}
