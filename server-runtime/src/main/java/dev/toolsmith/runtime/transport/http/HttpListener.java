package dev.toolsmith.runtime.transport.http;

import java.io.IOException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Listens for HTTP at one address, within limits on connections, headers, and how slow and how idle clients may be. */
public final class HttpListener implements AutoCloseable {

    private static final int HEADER_BYTES = 16 * 1024;
    private static final int CONNECTIONS = 1_000;
    private static final long DRAIN_MILLIS = 30_000;

    private final Server server;
    private final HttpConfiguration configuration = new HttpConfiguration();
    private final ServerConnector connector;
    private final Patience patience;

    private HttpListener(String host, int port, SslContextFactory.@Nullable Server tls, Patience patience) {
        this.patience = patience;
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("http");
        server = new Server(threads);
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        connector = new ServerConnector(server, tls, new HttpConnectionFactory(configuration));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(patience.idleMillis());
        HeaderDeadline deadline =
                new HeaderDeadline(connector.getScheduler(), patience.headerMillis(), patience.nextHeaderMillis());
        connector.addBean(deadline);
        configuration.addCustomizer(deadline);
        configuration.addCustomizer(new WriteDeadline(patience.writeMillis()));
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
        server.setErrorHandler(HttpListener::bareError);
        server.setStopTimeout(DRAIN_MILLIS);
    }

    /** One that is to listen in the clear; port 0 is any free one. */
    public static HttpListener at(String host, int port) {
        return at(host, port, Patience.USUAL);
    }

    /** One that is to listen with TLS. */
    public static HttpListener secured(String host, int port, SslContextFactory.Server tls) {
        return new HttpListener(host, port, tls, Patience.USUAL);
    }

    static HttpListener at(String host, int port, Patience patience) {
        return new HttpListener(host, port, null, patience);
    }

    /** Lets something look at every request, and change it, before it is handled. */
    public HttpListener customizedBy(HttpConfiguration.Customizer customizer) {
        configuration.addCustomizer(customizer);
        return this;
    }

    /** Tells something of every connection. */
    public HttpListener watchedBy(Connection.Listener watcher) {
        connector.addBean(watcher);
        return this;
    }

    /** Tells something of every request when it is answered. */
    public HttpListener loggedBy(RequestLog log) {
        server.setRequestLog(log);
        return this;
    }

    /**
     * Starts to listen.
     *
     * @throws IOException when the address cannot be bound
     */
    public HttpListener start(Handler handler) throws IOException {
        server.setHandler(new MinimumDataRateHandler(handler, patience.bodyBytesASecond(), 0));
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw e;
        } catch (Exception e) {
            close();
            throw new IOException("The HTTP server did not start: " + e.getMessage(), e);
        }
        return this;
    }

    /** What the HTTP server itself refuses gets a status and no page. */
    private static boolean bareError(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
        Content.Sink.write(response, true, "", callback);
        return true;
    }

    /** The port that it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Takes no new connections, lets what a graceful handler counts end for up to 30 seconds, and stops. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP server did not stop", e);
        }
    }
}
