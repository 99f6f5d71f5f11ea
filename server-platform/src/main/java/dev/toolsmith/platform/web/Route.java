package dev.toolsmith.platform.web;

import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.http.pathmap.ServletPathSpec;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.server.Handler;

/**
 * What answers requests for some paths.
 *
 * @param template {@code /mcp/{token}}, {@code /api/v1/*} or a whole path; what logs call the route
 * @param handler answers
 * @param guardsItself whether the handler looks at the request's host and origin itself
 */
public record Route(String template, Handler handler, boolean guardsItself) {

    /** The request attribute that holds a route's template. */
    static final String TEMPLATE = "dev.toolsmith.route";

    /** The request attribute in which a handler tells which hosted server a request was for. */
    static final String SERVER = "dev.toolsmith.server";

    /** A route for requests to hosts and from origins that are ours. */
    public Route(String template, Handler handler) {
        this(template, handler, false);
    }

    /** A route whose handler decides itself what to do with requests to other hosts and from other origins. */
    public static Route guardingItself(String template, Handler handler) {
        return new Route(template, handler, true);
    }

    PathSpec spec() {
        return template.contains("{") ? new UriTemplatePathSpec(template) : new ServletPathSpec(template);
    }
}
