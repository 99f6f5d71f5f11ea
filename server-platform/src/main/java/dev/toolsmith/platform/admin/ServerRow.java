package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.ServerConfig;
import java.time.Instant;
import java.util.List;

/**
 * A server in a list, in words.
 *
 * @param server the server
 * @param mark whether it works
 * @param tools how many tools it has
 */
record ServerRow(HostedServer server, Mark mark, int tools) {

    private static final List<String> ALL = List.of("read", "write", "custom");

    static ServerRow of(HostedServer server, HostedServers servers, Instant now) {
        return new ServerRow(server, Mark.of(server, now), count(server, servers));
    }

    private static int count(HostedServer server, HostedServers servers) {
        try {
            return servers.preview(server.connectionId(), server.config())
                    .tools()
                    .size();
        } catch (ProblemException e) {
            // Its restriction was made for an earlier description and leaves nothing of this one.
            return 0;
        }
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
