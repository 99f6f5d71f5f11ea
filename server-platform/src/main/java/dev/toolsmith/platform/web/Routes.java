package dev.toolsmith.platform.web;

import java.util.List;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Hands each request to the route of its path, as it is: every handler sees the whole path. */
final class Routes extends Handler.Sequence {

    private final PathMappings<Route> byPath = new PathMappings<>();

    Routes(List<Route> routes) {
        super(routes.stream().map(Route::handler).toList());
        for (Route route : routes) {
            byPath.put(route.spec(), route);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        @Nullable MatchedResource<Route> matched = byPath.getMatched(Request.getPathInContext(request));
        if (matched == null) {
            return false;
        }
        Route route = matched.getResource();
        request.setAttribute(Route.TEMPLATE, route.template());
        return route.handler().handle(request, response, callback);
    }
}
