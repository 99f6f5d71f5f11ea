package dev.toolsmith.sandbox.access;

import java.net.URI;
import java.util.List;

/**
 * An application that users authorise.
 *
 * @param id the client id
 * @param secret the client secret
 * @param redirectUris where codes may be sent, compared as they are written; empty for any loopback address
 * @param scopes what its tokens may do
 */
public record OAuthClient(String id, String secret, List<String> redirectUris, List<String> scopes) {
    public OAuthClient {
        redirectUris = List.copyOf(redirectUris);
        scopes = List.copyOf(scopes);
    }

    /** Whether a code may be sent to an address. */
    public boolean allows(String redirectUri) {
        if (!redirectUris.isEmpty()) {
            return redirectUris.contains(redirectUri);
        }
        try {
            String host = URI.create(redirectUri).getHost();
            return host != null && List.of("127.0.0.1", "localhost", "[::1]").contains(host);
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "OAuthClient[" + id + "]";
    }
}
