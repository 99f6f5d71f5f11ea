package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.upstream.UpstreamCaller;
import java.util.List;

/**
 * The APIs of a server, ready to be called.
 *
 * @param caller carries out calls
 * @param embedded those that run inside this process
 */
record OpenedApi(UpstreamCaller caller, List<EmbeddedUpstream.Running> embedded) implements AutoCloseable {

    OpenedApi {
        embedded = List.copyOf(embedded);
    }

    @Override
    public void close() {
        caller.close();
        for (EmbeddedUpstream.Running each : embedded) {
            each.close();
        }
    }
}
