package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.access.Administrators;
import dev.toolsmith.platform.access.SignedIn;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.RandomId;
import dev.toolsmith.runtime.transport.http.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages at {@code /admin} on which people manage the platform. Whole pages made on the server, which work without
 * scripts; every form is checked to be ours.
 */
public final class AdminPages extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(AdminPages.class);

    private final AdminParts parts;
    private final Administrators administrators;
    private final Assets assets = new Assets();
    private final Pages pages = new Pages(assets);
    private final FormGuard guard;
    private final EntrancePages entrance;
    private final List<Route> routes = new ArrayList<>();

    /** Pages over a platform's parts. */
    public AdminPages(AdminParts parts) {
        this.parts = parts;
        this.administrators = parts.administrators();
        this.guard = new FormGuard(parts.publicUrl());
        this.entrance = new EntrancePages(administrators, pages);
        routes.addAll(entrance.routes());
        routes.addAll(new ConnectionPages(parts, pages).routes());
        routes.addAll(new ServerPages(parts, pages).routes());
        routes.addAll(new TokenPages(parts, pages).routes());
        routes.addAll(new AuditPages(parts, pages).routes());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        PageHeaders.put(request, response);
        Optional<Assets.Asset> asset = assets.find(Request.getPathInContext(request));
        if (asset.isPresent()) {
            sendAsset(response, asset.get(), callback);
            return true;
        }
        // Who sends nothing, or slowly, holds no thread.
        CompletableFuture<?> unused =
                SentForm.of(request).thenAccept(form -> respond(request, form, response, callback));
        return true;
    }

    private void respond(Request request, SentForm form, Response response, Callback callback) {
        Visit nobody = visit(request, List.of(), Optional.empty());
        Answer answer;
        try {
            answer = answer(request, form, response);
        } catch (ProblemException problem) {
            answer = problem(nobody, problem.status(), problem.detail());
        } catch (RuntimeException fault) {
            String name = RandomId.of("err_");
            LOG.error("An admin page failed: {}", name, fault);
            answer = problem(nobody, 500, "Something went wrong here. The server's log says more under " + name + ".");
        }
        send(request, response, answer, callback);
    }

    private Answer answer(Request request, SentForm form, Response response) {
        Optional<Refusal> refusal = parts.admission().checkPlace(request);
        if (refusal.isPresent() && refusal.get().status() != 403) {
            return Answer.text(refusal.get().status(), refusal.get().why());
        }
        Optional<SignedIn> session = SessionCookie.of(request).flatMap(administrators::session);
        String path = Request.getPathInContext(request);
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        TreeSet<String> methods = new TreeSet<>();
        for (Route route : routes) {
            Optional<List<String>> variables = route.fits(path);
            if (variables.isPresent() && route.method().equals(method)) {
                return answer(request, form, route, visit(request, variables.get(), session));
            }
            variables.ifPresent(any -> methods.add(route.method()));
        }
        Visit visit = visit(request, List.of(), session);
        if (methods.isEmpty()) {
            return session.isEmpty() ? entrance.entrance() : problem(visit, 404, "There is no such page.");
        }
        response.getHeaders().put(HttpHeader.ALLOW, String.join(", ", methods));
        return problem(visit, 405, "This page does not take that kind of request.");
    }

    private Answer answer(Request request, SentForm form, Route route, Visit visit) {
        boolean changes = route.method().equals("POST");
        if (changes && !guard.isOurs(request)) {
            return problem(visit, 403, "This form was sent from another site, so nothing was done.");
        }
        if (!route.open() && visit.session().isEmpty()) {
            return entrance.entrance();
        }
        Visit filled = changes ? visit.with(form.fields()) : visit;
        Optional<SignedIn> session = route.open() ? Optional.empty() : visit.session();
        if (changes && session.isPresent() && !FormGuard.isOf(session.get(), filled.rawField("form_token"))) {
            return problem(visit, 403, "This form is of another session, so nothing was done. Open the page again.");
        }
        try {
            return route.page().apply(filled);
        } catch (ProblemException problem) {
            return problem(visit, problem.status(), problem.detail());
        }
    }

    private static Visit visit(Request request, List<String> path, Optional<SignedIn> session) {
        return new Visit(
                path, Request.extractQueryParameters(request), Fields.EMPTY, session, Request.getRemoteAddr(request));
    }

    private Answer problem(Visit visit, int status, String detail) {
        return pages.page(status, visit, "problem", "That did not work", "", detail);
    }

    private static void sendAsset(Response response, Assets.Asset asset, Callback callback) {
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "public, max-age=31536000, immutable");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, asset.type());
        response.write(true, ByteBuffer.wrap(asset.bytes()), callback);
    }

    private static void send(Request request, Response response, Answer answer, Callback callback) {
        answer.cookie().ifPresent(session -> SessionCookie.put(request, response, session));
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::put);
        try (OutputStream out = Response.asBufferedOutputStream(request, response)) {
            answer.body().writeTo(out);
        } catch (IOException | RuntimeException e) {
            callback.failed(e);
            return;
        }
        callback.succeeded();
    }
}
