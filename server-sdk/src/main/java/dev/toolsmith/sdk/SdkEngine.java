package dev.toolsmith.sdk;

import dev.toolsmith.runtime.cli.Engine;
import dev.toolsmith.runtime.cli.EngineParts;
import dev.toolsmith.runtime.cli.QuietLogging;
import dev.toolsmith.runtime.transport.http.HttpServer;
import dev.toolsmith.runtime.transport.http.HttpSettings;
import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessAsyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/**
 * The MCP Java SDK as an engine ({@code --engine sdk}): its protocol and transports for the revisions that it knows, up to
 * 2025-11-25, with our tools, validation and upstream calls. It lists the schemas that were published when it started; calls
 * are checked by those that are exact for the account. Over HTTP our own checks of host, origin and token stand before it.
 * The SDK logs every message, and the HTTP client every header, to whatever takes the level DEBUG; so in a process where
 * nobody chose a logger, and nothing has logged yet, nothing is logged.
 */
public final class SdkEngine implements Engine {

    private static final Duration STOP = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "sdk";
    }

    @Override
    public PipeService overPipe(EngineParts parts, InputStream in, OutputStream out, Runnable afterFlush)
            throws IOException {
        QuietLogging.arrange();
        SdkTools tools = SdkTools.of(parts.tools(), parts.caller());
        AnsweredPipe pipe = new AnsweredPipe(in, out, afterFlush);
        McpAsyncServer server = McpServer.async(
                        new StdioServerTransportProvider(tools.mapper(), pipe.input(), pipe.output()))
                .jsonMapper(tools.mapper())
                .serverInfo(parts.identity().name(), parts.identity().version())
                .instructions(parts.identity().instructions())
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .validateToolInputs(false)
                .tools(tools.async())
                .build();
        return new SdkPipe(pipe, server);
    }

    @Override
    public HttpService overHttp(EngineParts parts, HttpSettings settings) throws IOException {
        QuietLogging.arrange();
        SdkTools tools = SdkTools.of(parts.tools(), parts.caller());
        HttpServletStatelessServerTransport transport = HttpServletStatelessServerTransport.builder()
                .jsonMapper(tools.mapper())
                .messageEndpoint("/mcp")
                .build();
        McpStatelessAsyncServer server = McpServer.async(transport)
                .jsonMapper(tools.mapper())
                .serverInfo(parts.identity().name(), parts.identity().version())
                .instructions(parts.identity().instructions())
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .validateToolInputs(false)
                .tools(tools.statelessAsync())
                .build();
        ServletHolder holder = new ServletHolder(transport);
        holder.setAsyncSupported(true);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(holder, "/mcp");
        return new SdkHttp(HttpServer.start(settings, context), server);
    }

    private record SdkPipe(AnsweredPipe pipe, McpAsyncServer server) implements PipeService {

        @Override
        public void run() throws IOException, InterruptedException {
            pipe.pump();
            server.closeGracefully().block(STOP);
        }

        @Override
        public boolean drain(long seconds) throws InterruptedException {
            return pipe.awaitAnswers(seconds);
        }
    }

    private record SdkHttp(HttpServer http, McpStatelessAsyncServer server) implements HttpService {

        @Override
        public URI endpoint() {
            return http.endpoint();
        }

        @Override
        public void close() {
            http.close();
            server.closeGracefully().block(STOP);
        }
    }
}
