package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.hosting.ServerState;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ServerConfig;
import java.time.Instant;
import java.util.List;

/**
 * A server in a list, in words.
 *
 * @param server the server
 * @param mark whether it works
 * @param tools how many tools it has
 * @param notice what other than its restriction keeps tools from it; empty for nothing
 */
record ServerRow(HostedServer server, Mark mark, int tools, String notice) {

    private static final List<String> ALL = List.of("read", "write", "custom");

    static ServerRow of(HostedServer server, HostedServers servers, Instant now) {
        ServerState state = servers.stateOf(server);
        return new ServerRow(server, Mark.of(server, now), state.tools(), state.notice());
    }

    String href() {
        return "/admin/connections/" + server.connectionId() + "/servers/" + server.id();
    }

    String methods() {
        ServerConfig config = server.config();
        boolean all = config.methods().isEmpty() || config.methods().containsAll(ALL);
        String kinds = all ? "all" : words(config.methods());
        return config.readOnly() ? (all ? "" : kinds + ", ") + "only what changes nothing" : kinds;
    }

    String tags() {
        return words(server.config().tags());
    }

    String expires() {
        return Moments.end(server.expiresAt());
    }

    private static String words(List<String> names) {
        return names.isEmpty() ? "all" : String.join(", ", names);
    }
}
