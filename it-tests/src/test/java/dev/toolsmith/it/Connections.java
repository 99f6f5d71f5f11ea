package dev.toolsmith.it;

import java.util.LinkedHashMap;
import java.util.Map;

/** One running server of each kind before the same upstream, started when first needed. */
final class Connections implements AutoCloseable {

    private final String upstream;
    private final Map<String, String> environment;
    private final Map<Server, Connection> open = new LinkedHashMap<>();

    private Connections(String upstream, Map<String, String> environment) {
        this.upstream = upstream;
        this.environment = Map.copyOf(environment);
    }

    static Connections before(String upstream, Map<String, String> environment) {
        return new Connections(upstream, environment);
    }

    Rpc to(Server server) {
        return open.computeIfAbsent(server, kind -> kind.connect(upstream, environment))
                .rpc();
    }

    @Override
    public void close() {
        open.values().forEach(Connection::close);
    }
}
