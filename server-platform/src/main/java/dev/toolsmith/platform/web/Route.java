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
 */
public record Route(String template, Handler handler) {

    /** The request attribute that holds a route's template. */
    static final String TEMPLATE = "dev.toolsmith.route";

    /** The request attribute in which a handler tells which hosted server a request was for. */
    public static final String SERVER = "dev.toolsmith.server";

    PathSpec spec() {
        return template.contains("{") ? new UriTemplatePathSpec(template) : new ServletPathSpec(template);
    }
}
