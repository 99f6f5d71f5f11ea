package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.upstream.request.HttpCall;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The connections to APIs. Follows no redirects, keeps no cookies, checks certificates and host names. Many callers may
 * share one. Starts on first use.
 */
public final class UpstreamClient implements AutoCloseable {

    private static final int MAX_THREADS = 12;
    private static final long MIN_IDLE_MILLIS = 60_000;
    private static final int MAX_HEADER_BYTES = 64 << 10;

    private final UpstreamLimits limits;
    private final BytesInFlight inFlight;
    private final RetryBudget retries = new RetryBudget();
    private final HttpClient client;

    /** A client that is not started yet. */
    public UpstreamClient(UpstreamLimits limits) {
        this.limits = limits;
        this.inFlight = new BytesInFlight(limits.maxBytesInFlight());
        this.client = newClient(limits);
    }

    private static HttpClient newClient(UpstreamLimits limits) {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 1);
        threads.setName("upstream");
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        ClientConnector connector = new ClientConnector();
        connector.setSslContextFactory(new LazyTls());
        connector.setSelectors(1);
        connector.setExecutor(threads);
        HttpClient client = new HttpClient(new HttpClientTransportOverHTTP(connector));
        client.setExecutor(threads);
        client.setName("upstream");
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setUserAgentField(null);
        client.setDefaultRequestContentType(null);
        client.setConnectTimeout(limits.connectTimeout().toMillis());
        client.setAddressResolutionTimeout(limits.connectTimeout().toMillis());
        client.setMaxConnectionsPerDestination(limits.maxConnections());
        client.setIdleTimeout(Math.max(MIN_IDLE_MILLIS, 2 * limits.deadline().toMillis()));
        client.setMaxResponseHeadersSize(MAX_HEADER_BYTES);
        return client;
    }

    UpstreamLimits limits() {
        return limits;
    }

    BytesInFlight inFlight() {
        return inFlight;
    }

    RetryBudget retries() {
        return retries;
    }

    /** A request of the started client. */
    Request newRequest(String scheme, String host, int port, HttpCall call) {
        start();
        return client.newRequest(host, port)
                .scheme(scheme)
                .method(call.method())
                .path(call.target())
                .headers(headers -> headers.put(HttpHeader.ACCEPT_ENCODING, "gzip"));
    }

    /** Starts, without sending anything. */
    void warmUp(boolean secure) {
        start();
        if (secure && client.getSslContextFactory() instanceof LazyTls tls) {
            tls.load();
        }
    }

    void after(long millis, Runnable task) {
        start();
        client.getScheduler().schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    private void start() {
        if (client.isStarted()) {
            return;
        }
        synchronized (this) {
            if (client.isStarted()) {
                return;
            }
            try {
                client.start();
                client.getContentDecoderFactories().clear();
                handleNothingBehindOurBack();
            } catch (Exception e) {
                throw new IllegalStateException("The HTTP client does not start", e);
            }
        }
    }

    /** Every answer is the caller's own affair: a 401 without a challenge, for one, would else be no answer at all. */
    private void handleNothingBehindOurBack() {
        client.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
        client.getProtocolHandlers().remove(ProxyAuthenticationProtocolHandler.NAME);
        client.getProtocolHandlers().remove(RedirectProtocolHandler.NAME);
    }

    /** Ends all connections; calls under way fail. */
    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP client does not stop", e);
        }
    }
}
