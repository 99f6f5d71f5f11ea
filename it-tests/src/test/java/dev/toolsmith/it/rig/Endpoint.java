package dev.toolsmith.it.rig;

import java.net.URI;

/**
 * A server's MCP address, as a client was given it.
 *
 * @param workspace the number of the workspace behind it; 0 when the credential is the server's own business
 * @param connectionId the connected account; empty for none
 * @param serverId the hosted server; empty for none
 * @param url where to post to
 */
record Endpoint(int workspace, String connectionId, String serverId, URI url) {

    /** A server of one account, as the {@code http} verb starts it. */
    static Endpoint plain(URI url) {
        return new Endpoint(0, "", "", url);
    }

    /** The URL token. */
    String token() {
        String path = url.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The same server after a restart, which may listen elsewhere. */
    Endpoint at(URI base) {
        return new Endpoint(workspace, connectionId, serverId, base.resolve(url.getPath()));
    }

    /** The same server by another token. */
    Endpoint withToken(String token) {
        return new Endpoint(workspace, connectionId, serverId, url.resolve("/mcp/" + token));
    }
}
