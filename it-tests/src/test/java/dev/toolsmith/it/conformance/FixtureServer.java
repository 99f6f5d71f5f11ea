package dev.toolsmith.it.conformance;

import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.tool.ListChanges;
import dev.toolsmith.runtime.transport.http.HttpServer;
import dev.toolsmith.runtime.transport.http.HttpSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Serves the suite's tools, prompts and resources over HTTP. */
public final class FixtureServer implements AutoCloseable {

    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** Starts to serve on a free port of this machine. */
    public FixtureServer() {
        ListChanges prompts = new ListChanges();
        FixtureTools tools = new FixtureTools(prompts);
        ServerIdentity identity = new ServerIdentity("fixture", "1", "");
        ProtocolKernel kernel = new ProtocolKernel(identity, tools, tools, new FixtureContext(prompts), faults::add);
        try {
            server = HttpServer.start(HttpSettings.onLoopback(0), kernel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is reached. */
    public URI url() {
        return server.endpoint();
    }

    /** The faults of our own that came up so far. */
    public List<Throwable> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        server.close();
    }
}
