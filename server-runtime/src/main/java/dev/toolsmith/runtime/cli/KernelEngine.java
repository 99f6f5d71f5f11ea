package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.protocol.StateOwner;
import dev.toolsmith.runtime.protocol.UsedStates;
import dev.toolsmith.runtime.transport.http.HttpServer;
import dev.toolsmith.runtime.transport.http.HttpSettings;
import dev.toolsmith.runtime.transport.stdio.StdioTransport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** The engine of this project's own, for every revision. */
final class KernelEngine implements Engine {

    static final String NAME = "kernel";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean followsChanges() {
        return true;
    }

    @Override
    public boolean asksUsers() {
        return true;
    }

    private static ProtocolKernel kernel(EngineParts parts) {
        return new ProtocolKernel(parts.identity(), parts.tools(), parts.caller(), parts.context(), parts.faults())
                .signing(parts.key(), UsedStates.ofThisProcess(), new ServerAndAccounts(parts));
    }

    @Override
    public PipeService overPipe(EngineParts parts, InputStream in, OutputStream out, Runnable afterFlush) {
        return new KernelPipe(new StdioTransport(kernel(parts), in, out, afterFlush));
    }

    @Override
    public HttpService overHttp(EngineParts parts, HttpSettings settings) throws IOException {
        return new KernelHttp(HttpServer.start(settings, kernel(parts)));
    }

    private record KernelPipe(StdioTransport transport) implements PipeService {

        @Override
        public void run() throws IOException, InterruptedException {
            transport.run();
        }

        @Override
        public boolean drain(long seconds) throws InterruptedException {
            return transport.drain(seconds, TimeUnit.SECONDS);
        }
    }

    private record KernelHttp(HttpServer server) implements HttpService {

        @Override
        public URI endpoint() {
            return server.endpoint();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** What users of one server agreed to is not for another, even one with the same key. */
    private record ServerAndAccounts(EngineParts parts) implements StateOwner {

        @Override
        public String word() {
            return parts.identity().name().concat("\n").concat(parts.accounts().word());
        }
    }
}
