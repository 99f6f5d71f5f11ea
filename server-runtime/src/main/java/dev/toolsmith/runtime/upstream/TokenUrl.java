package dev.toolsmith.runtime.upstream;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Where a client gets tokens. */
final class TokenUrl {

    private TokenUrl() {}

    /**
     * The address in full that a description names; empty when a secret may not be sent there: it is no address at all,
     * or not https, unless both it and the API are on this machine.
     *
     * @param base where the API is, and what a relative one is relative to (OpenAPI 3.1, Relative References in URLs)
     */
    static Optional<URI> of(String url, URI base) {
        try {
            return Optional.of(base.resolve(url))
                    .filter(full -> isSafe(full) && (isEncrypted(full) || isLoopback(base)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a secret may be sent to an address that the operator names: https, or http on this machine. */
    static boolean isSafe(URI url) {
        return url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null
                && (isEncrypted(url) || ("http".equalsIgnoreCase(url.getScheme()) && isLoopback(url)));
    }

    private static boolean isEncrypted(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    private static boolean isLoopback(URI url) {
        return switch (String.valueOf(url.getHost()).toLowerCase(Locale.ROOT)) {
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
