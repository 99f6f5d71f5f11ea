package dev.toolsmith.platform.api;

import dev.toolsmith.platform.access.Administrators;
import dev.toolsmith.platform.access.ApiTokens;
import dev.toolsmith.platform.account.Connections;
import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.RandomId;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.vault.Vault;
import dev.toolsmith.platform.versions.VersionKeeper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the management API under {@code /api/v1} and {@code /integrated-account}; leaves every other path to others.
 * Waits for the store on a thread of the HTTP server, and for a request's body on none.
 */
public final class ManagementApi extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(ManagementApi.class);

    private final Doorman doorman;
    private final Routes routes;

    /**
     * What it manages.
     *
     * @param store where the trail is read from
     * @param vault signs cursors
     * @param exports one permit for each export of the trail that may be under way, here and elsewhere
     * @param usualApp the API that is meant when a request for a connection names none
     * @param versions the versions of every app's tools
     * @param clock tells which servers have expired
     */
    public record Parts(
            Store store,
            Vault vault,
            Connections connections,
            HostedServers servers,
            ApiTokens tokens,
            Administrators administrators,
            Semaphore exports,
            String usualApp,
            VersionKeeper versions,
            Clock clock) {}

    /** An API over these. */
    public ManagementApi(Parts parts) {
        this.doorman = new Doorman(parts.tokens());
        this.routes = Routes.of(parts);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        if (!Routes.isOurs(path)) {
            return false;
        }
        String correlationId = RandomId.of("req_");
        Optional<Route> found = Optional.empty();
        Reply refusal;
        try {
            Route route = routes.find(request.getMethod(), path);
            found = Optional.of(route);
            Actor actor = route.isOpen() ? new Actor("", Request.getRemoteAddr(request)) : doorman.admit(request);
            // Who sends nothing, or slowly, holds no thread.
            CompletableFuture<?> unused = RequestBody.of(request)
                    .thenAccept(body -> write(
                            reply(route, request, body, actor, correlationId), response, callback, correlationId));
            return true;
        } catch (Refused e) {
            refusal = Problem.of(e, found.isPresent() ? path : "", correlationId);
        } catch (RuntimeException e) {
            refusal = failure(e, found, path, correlationId);
        }
        write(refusal, response, callback, correlationId);
        return true;
    }

    private static Reply reply(Route route, Request request, RequestBody body, Actor actor, String correlationId) {
        String path = request.getHttpURI().getPath();
        try {
            Map<String, String> slots = route.slots(path).orElseThrow();
            return route.action().answer(new ApiCall(request, body, slots, route.parameters(), actor));
        } catch (ProblemException e) {
            return Problem.of(Refused.of(e), path, correlationId);
        } catch (Refused e) {
            return Problem.of(e, path, correlationId);
        } catch (RuntimeException e) {
            return failure(e, Optional.of(route), path, correlationId);
        }
    }

    private static Reply failure(RuntimeException cause, Optional<Route> route, String path, String correlationId) {
        String what = route.map(one -> one.method() + " " + one.template()).orElse("a request");
        LOG.error("{} failed: {}", correlationId, what, cause);
        Refused refused = cause instanceof StoreException
                ? Refused.of(
                        503, "store_unavailable", "Nothing can be kept or read at the moment. Nothing was changed.")
                : Refused.of(
                        500, "internal_error", "Something went wrong here. Nothing more can be said; the log has it.");
        return Problem.of(refused, route.isPresent() ? path : "", correlationId);
    }

    /** What fails after its beginning was written breaks the connection: nobody can take it for whole. */
    private static void write(Reply reply, Response response, Callback callback, String correlationId) {
        try {
            reply.write(response, callback);
        } catch (IOException | UncheckedIOException e) {
            LOG.info("{}: the client did not take the whole answer ({})", correlationId, e.getMessage());
            callback.failed(e);
        } catch (RuntimeException e) {
            LOG.error("{} was not answered whole", correlationId, e);
            callback.failed(e);
        }
    }
}
