package dev.toolsmith.runtime.transport.http;

import dev.toolsmith.runtime.protocol.ProtocolKernel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.PathMappingsHandler;

/**
 * Serves many clients over HTTP at {@code /mcp}, and tells of itself at {@code /healthz} and {@code /readyz}: as it keeps
 * nothing, it is ready whenever it is up, and answers 503 as soon as it is ending.
 */
public final class HttpServer implements AutoCloseable {

    private final HttpListener listener;
    private final String host;
    private final EventStreams streams;

    private HttpServer(HttpListener listener, String host, EventStreams streams) {
        this.listener = listener;
        this.host = host;
        this.streams = streams;
    }

    /**
     * Starts to serve.
     *
     * @throws IOException when the address cannot be bound
     */
    public static HttpServer start(HttpSettings settings, ProtocolKernel kernel) throws IOException {
        return start(settings, kernel, new EventStreams());
    }

    static HttpServer start(HttpSettings settings, ProtocolKernel kernel, EventStreams streams) throws IOException {
        return serving(settings, new McpHandler(kernel, new Admission(settings), streams), streams);
    }

    /**
     * Starts to serve with another protocol implementation, behind the same checks of host, origin, token and form.
     *
     * @param mcp answers what is let in
     * @throws IOException when the address cannot be bound
     */
    public static HttpServer start(HttpSettings settings, Handler mcp) throws IOException {
        return serving(settings, new AdmittingHandler(new Admission(settings), mcp), new EventStreams());
    }

    private static HttpServer serving(HttpSettings settings, Handler mcp, EventStreams streams) throws IOException {
        HttpListener listener = HttpListener.at(settings.host(), settings.port())
                .watchedBy(new AddressLimit(settings.connectionsPerAddress(), InetAddress::isLoopbackAddress));
        return new HttpServer(listener.start(new GracefulHandler(routes(mcp))), settings.host(), streams);
    }

    private static Handler routes(Handler mcp) {
        PathMappingsHandler routes = new PathMappingsHandler();
        routes.addMapping(new UriTemplatePathSpec("/mcp"), mcp);
        routes.addMapping(new UriTemplatePathSpec("/healthz"), new HealthHandler());
        routes.addMapping(new UriTemplatePathSpec("/readyz"), new HealthHandler());
        return routes;
    }

    /** Where clients reach it, such as {@code http://127.0.0.1:8080/mcp}. */
    public URI endpoint() {
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + listener.port() + "/mcp");
    }

    /** Ends all streams, takes no new connections, lets calls in flight end for up to 30 seconds, and stops. */
    @Override
    public void close() {
        streams.close();
        listener.close();
    }
}
