package dev.toolsmith.runtime.transport.http;

import dev.toolsmith.runtime.protocol.ProtocolKernel;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves many clients over HTTP at {@code /mcp}, and its health at {@code /healthz}. */
public final class HttpServer implements AutoCloseable {

    private static final int HEADER_BYTES = 16 * 1024;
    private static final int CONNECTIONS = 1_000;
    private static final long IDLE_MILLIS = 60_000;
    private static final long DRAIN_MILLIS = 30_000;

    private final Server server;
    private final ServerConnector connector;
    private final String host;

    private HttpServer(Server server, ServerConnector connector, String host) {
        this.server = server;
        this.connector = connector;
        this.host = host;
    }

    /**
     * Starts to serve.
     *
     * @throws IOException when the address cannot be bound
     */
    public static HttpServer start(HttpSettings settings, ProtocolKernel kernel) throws IOException {
        return serving(settings, new McpHandler(kernel, new Admission(settings)));
    }

    /**
     * Starts to serve with another protocol implementation, behind the same checks of host, origin, token and form.
     *
     * @param mcp answers what is let in
     * @throws IOException when the address cannot be bound
     */
    public static HttpServer start(HttpSettings settings, Handler mcp) throws IOException {
        return serving(settings, new AdmittingHandler(new Admission(settings), mcp));
    }

    private static HttpServer serving(HttpSettings settings, Handler mcp) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("http");
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration()));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
        server.setErrorHandler(HttpServer::bareError);
        server.setStopTimeout(DRAIN_MILLIS);
        server.setHandler(new GracefulHandler(routes(mcp)));
        HttpServer started = new HttpServer(server, connector, settings.host());
        started.begin();
        return started;
    }

    private void begin() throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw e;
        } catch (Exception e) {
            close();
            throw new IOException("The HTTP server did not start: " + e.getMessage(), e);
        }
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        return configuration;
    }

    private static Handler routes(Handler mcp) {
        PathMappingsHandler routes = new PathMappingsHandler();
        routes.addMapping(new UriTemplatePathSpec("/mcp"), mcp);
        routes.addMapping(new UriTemplatePathSpec("/healthz"), new HealthHandler());
        return routes;
    }

    /** What the HTTP server itself refuses gets a status and no page. */
    private static boolean bareError(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
        Content.Sink.write(response, true, "", callback);
        return true;
    }

    /** Where clients reach it, such as {@code http://127.0.0.1:8080/mcp}. */
    public URI endpoint() {
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + connector.getLocalPort() + "/mcp");
    }

    /** Takes no new connections, lets calls in flight end for up to 30 seconds, and stops. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP server did not stop", e);
        }
    }
}
