package dev.toolsmith.runtime.transport.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where an HTTP server listens and whom it lets in.
 *
 * @param host the address to bind, such as {@code 127.0.0.1}
 * @param port the port to bind; 0 for any free one
 * @param token what callers must send as {@code Authorization: Bearer}; needed unless the host is loopback
 * @param publicUrl the address that clients see, where it is another one; its host and origin are let in
 * @param origins further web origins whose pages may call, such as {@code https://chat.example.com}
 * @param connectionsPerAddress how many connections a remote address may have at a time; this machine's own may have more
 */
public record HttpSettings(
        String host,
        int port,
        Optional<String> token,
        Optional<URI> publicUrl,
        List<String> origins,
        int connectionsPerAddress) {

    /** So many connections an address may have that is not told otherwise. */
    public static final int CONNECTIONS_PER_ADDRESS = 200;

    public HttpSettings {
        origins = List.copyOf(origins);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535.");
        }
        if (connectionsPerAddress < 1) {
            throw new IllegalArgumentException("An address may have at least one connection.");
        }
        if (token.isEmpty() && !HostName.isLoopback(host)) {
            throw new IllegalArgumentException("Serving on " + host + ", which others can reach, needs a token.");
        }
    }

    /** With the usual number of connections for each address. */
    public HttpSettings(String host, int port, Optional<String> token, Optional<URI> publicUrl, List<String> origins) {
        this(host, port, token, publicUrl, origins, CONNECTIONS_PER_ADDRESS);
    }

    /** Whether others can reach the server, while no name is let in that they could reach it by. */
    public boolean lacksPublicName() {
        return publicUrl.isEmpty() && !HostName.isLoopback(host);
    }

    /** On 127.0.0.1, for everyone on this machine. */
    public static HttpSettings onLoopback(int port) {
        return new HttpSettings("127.0.0.1", port, Optional.empty(), Optional.empty(), List.of());
    }
}
