package dev.toolsmith.runtime.upstream;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Where a client gets tokens. */
final class TokenUrl {

    private TokenUrl() {}

    /**
     * The address in full; empty when a secret may not be sent there: it is not https and not on this machine, or no
     * address at all.
     *
     * @param base what a relative one is relative to (OpenAPI 3.1, Relative References in URLs)
     */
    static Optional<URI> of(String url, URI base) {
        try {
            return Optional.of(base.resolve(url)).filter(TokenUrl::isSafe);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean isSafe(URI url) {
        return url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null
                && ("https".equalsIgnoreCase(url.getScheme())
                        || ("http".equalsIgnoreCase(url.getScheme()) && isLoopback(url.getHost())));
    }

    private static boolean isLoopback(String host) {
        return switch (host.toLowerCase(Locale.ROOT)) {
            case "localhost", "127.0.0.1", "[::1]" -> true;
            default -> false;
        };
    }

    /** Path and query, as they go over the wire. */
    static String target(URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
