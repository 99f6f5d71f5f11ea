package dev.toolsmith.platform.web;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Logs every answered request: its route, never its path, which may hold a token. */
final class AccessLog implements RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger("access");

    @Override
    public void log(Request request, Response response) {
        Object route = request.getAttribute(Route.TEMPLATE);
        Object server = request.getAttribute(Route.SERVER);
        boolean known = HttpMethod.fromString(request.getMethod()) != null;
        LoggingEventBuilder event = LOG.atInfo()
                .addKeyValue("method", known ? request.getMethod() : "other")
                .addKeyValue("route", route == null ? "none" : route)
                .addKeyValue("status", response.getStatus())
                .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getBeginNanoTime()))
                .addKeyValue("bytes", Response.getContentBytesWritten(response))
                .addKeyValue("address", Request.getRemoteAddr(request));
        if (server != null) {
            event = event.addKeyValue("server", server);
        }
        event.log("answered");
    }
}
