package dev.toolsmith.sandbox;

import dev.toolsmith.sandbox.http.SandboxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/**
 * A local server that behaves like Attio's REST API and holds a sample workspace.
 *
 * <p>It listens on 127.0.0.1, keeps its state in memory and gives the same answers in every run.
 */
public final class AttioSandbox implements AutoCloseable {
    private final SandboxServer server;

    private AttioSandbox(SandboxServer server) {
        this.server = server;
    }

    /**
     * Starts a sandbox.
     *
     * @param port the port; 0 picks a free one
     * @throws UncheckedIOException when the port is taken
     */
    public static AttioSandbox start(int port) {
        try {
            return new AttioSandbox(new SandboxServer(port));
        } catch (IOException taken) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, taken);
        }
    }

    /** The address without a path, such as {@code http://127.0.0.1:8123}. */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The API token of the sample workspace that has every scope; the same in every run. */
    public String token() {
        return server.token();
    }

    /** Stops listening and forgets everything. */
    @Override
    public void close() {
        server.close();
    }
}
