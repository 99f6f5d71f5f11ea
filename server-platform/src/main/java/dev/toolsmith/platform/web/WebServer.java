package dev.toolsmith.platform.web;

import dev.toolsmith.runtime.transport.http.AddressLimit;
import dev.toolsmith.runtime.transport.http.Admission;
import dev.toolsmith.runtime.transport.http.HealthHandler;
import dev.toolsmith.runtime.transport.http.HttpListener;
import dev.toolsmith.runtime.transport.http.Refusal;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.InetAddressSet;

/** Serves the platform's routes, its health and readiness. */
public final class WebServer implements AutoCloseable {

    private static final long DRAIN_SECONDS = 30;
    private static final long LOOK_SECONDS = 2;

    private final WebSettings settings;
    private final Readiness readiness;
    private final GracefulHandler work;
    private final HttpListener listener;
    private final ScheduledThreadPoolExecutor clock;

    private WebServer(
            WebSettings settings,
            Readiness readiness,
            GracefulHandler work,
            HttpListener listener,
            ScheduledThreadPoolExecutor clock) {
        this.settings = settings;
        this.readiness = readiness;
        this.work = work;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Starts to serve.
     *
     * @param routes besides health and readiness; a longer path is looked for first
     * @throws IllegalArgumentException when the certificate's files hold none
     * @throws IOException when the address cannot be bound
     */
    public static WebServer start(WebSettings settings, Readiness readiness, List<Route> routes) throws IOException {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, WebServer::daemon);
        clock.setRemoveOnCancelPolicy(true);
        GracefulHandler work = new Draining(new Routes(guarded(routes, settings.admission())));
        try {
            HttpListener listener = listener(settings, clock);
            listener.start(everything(readiness, work));
            return new WebServer(settings, readiness, work, listener, clock);
        } catch (IOException | RuntimeException e) {
            clock.shutdownNow();
            throw e;
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "web-clock");
        thread.setDaemon(true);
        return thread;
    }

    private static HttpListener listener(WebSettings settings, ScheduledThreadPoolExecutor clock) {
        HttpListener listener;
        if (settings.tls().isPresent()) {
            PemIdentity identity = new PemIdentity(settings.tls().get());
            listener = HttpListener.secured(settings.host(), settings.port(), identity.factory());
            // Which hosts are ours is the admission's question; a certificate may name more or fewer.
            listener.customizedBy(new SecureRequestCustomizer(false));
            ScheduledFuture<?> unused =
                    clock.scheduleWithFixedDelay(identity::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        } else {
            listener = HttpListener.at(settings.host(), settings.port());
        }
        InetAddressSet proxies = TrustedProxies.set(settings.trustedProxies());
        AddressLimit perAddress = new AddressLimit(
                settings.connectionsPerAddress(), address -> address.isLoopbackAddress() || proxies.test(address));
        return listener.watchedBy(perAddress)
                .customizedBy(new TrustedProxies(settings.trustedProxies()))
                .customizedBy(new PublicAddress(settings.publicUrl()))
                .customizedBy(new SecurityHeaders())
                .loggedBy(new AccessLog());
    }

    private static List<Route> guarded(List<Route> routes, Admission admission) {
        Stream<Route> all = Stream.concat(Stream.of(new Route("", new HomeHandler())), routes.stream());
        return all.map(route -> route.guardsItself()
                        ? route
                        : new Route(route.template(), new OwnPlace(admission, route.handler())))
                .toList();
    }

    /** Health is answered to the end, also while work is not taken on any more, and whatever the host is called. */
    private static Handler everything(Readiness readiness, Handler work) {
        Routes health = new Routes(
                List.of(new Route("/healthz", new HealthHandler()), new Route("/readyz", new ReadyHandler(readiness))));
        return new Handler.Sequence(health, work);
    }

    /** Where it listens. */
    public URI listening() {
        return settings.listening(listener.port());
    }

    /** The address that clients see. */
    public URI base() {
        return settings.base(listener.port());
    }

    /** Is not ready from now on, answers what is in flight for up to 30 seconds while it refuses more, and ends. */
    @Override
    public void close() {
        readiness.drain();
        try {
            work.shutdown().get(DRAIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // What has not ended by now is ended with its connection.
            readiness.drain();
        }
        listener.close();
        clock.shutdownNow();
    }

    /** Turns away what comes to a host or from an origin that is none of ours. */
    private static final class OwnPlace extends Handler.Wrapper {

        private final Admission admission;

        OwnPlace(Admission admission, Handler inner) {
            super(inner);
            this.admission = admission;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            Optional<Refusal> refusal = admission.checkPlace(request);
            if (refusal.isEmpty()) {
                return super.handle(request, response, callback);
            }
            PlainAnswer.write(
                    response,
                    callback,
                    refusal.get().status(),
                    "text/plain",
                    refusal.get().why() + "\n");
            return true;
        }
    }

    /** Counts what is in flight; once it drains, tells others to come again later. */
    private static final class Draining extends GracefulHandler {

        Draining(Handler inner) {
            super(inner);
        }

        @Override
        protected void handleShutdownRejection(Request request, Response response, Callback callback) {
            HttpFields.Mutable headers = response.getHeaders();
            headers.put(HttpHeader.RETRY_AFTER, 5);
            headers.put(HttpHeader.CONNECTION, "close");
            PlainAnswer.empty(response, callback, 503);
        }
    }
}
