package dev.toolsmith.it;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * One way to serve the product.
 *
 * @param engine what speaks the older protocol revisions
 * @param transport {@code stdio} or {@code http}
 */
record Server(String engine, String transport) {

    /** Every engine over every transport. */
    static List<Server> all() {
        return Product.engines().stream()
                .flatMap(engine -> List.of("stdio", "http").stream().map(transport -> new Server(engine, transport)))
                .toList();
    }

    boolean stdio() {
        return transport.equals("stdio");
    }

    /** The command that serves, before an upstream. */
    List<String> command(String upstream) {
        return stdio()
                ? Product.server("stdio", engine, upstream)
                : Product.server("http", engine, upstream, "--port", "0");
    }

    /** A started server with a raw connection to it, past the handshake; closing ends both. */
    Connection connect(String upstream, Map<String, String> environment) {
        if (stdio()) {
            ServerProcess process = ServerProcess.talking(command(upstream), environment);
            StdioRpc rpc = StdioRpc.to(process);
            return new Connection(process, rpc, rpc.initialize());
        }
        ServerProcess process = ServerProcess.logging(command(upstream), environment);
        URI url = process.awaitUrl();
        HttpRpc rpc = HttpRpc.to(url);
        return new Connection(process, rpc, rpc.initialize());
    }

    @Override
    public String toString() {
        return engine + " over " + transport;
    }
}
