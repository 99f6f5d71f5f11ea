package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.upstream.OwnAccounts;
import dev.toolsmith.runtime.upstream.UpstreamCaller;
import dev.toolsmith.runtime.upstream.UpstreamClient;
import dev.toolsmith.runtime.upstream.UpstreamLimits;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The connections to APIs, and the APIs inside this process, which stay when a server's bundles are replaced. */
final class SharedUpstream implements AutoCloseable {

    private final Map<String, EmbeddedUpstream.Running> running = new LinkedHashMap<>();
    private @Nullable UpstreamClient client;
    private @Nullable OwnAccounts accounts;
    private boolean closed;

    /** A caller of what was settled, over these connections; closing it leaves them open. */
    synchronized OpenedApi open(ApiAccess access) throws IOException {
        if (closed) {
            throw new IOException("The server is being stopped");
        }
        QuietLogging.arrange();
        for (EmbeddedUpstream each : access.embedded()) {
            if (!running.containsKey(each.app())) {
                running.put(each.app(), each.start());
            }
        }
        UpstreamClient connections = client != null ? client : new UpstreamClient(UpstreamLimits.defaults());
        client = connections;
        OwnAccounts known = accounts != null ? accounts : access.accounts();
        accounts = known;
        return new OpenedApi(
                UpstreamCaller.sharing(connections, access.tools(), access.settings(running), known), List.of());
    }

    /** Ends the connections and the APIs inside this process; calls under way fail. */
    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.close();
        }
        running.values().forEach(EmbeddedUpstream.Running::close);
    }
}
