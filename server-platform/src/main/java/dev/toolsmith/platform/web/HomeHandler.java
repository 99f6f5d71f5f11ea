package dev.toolsmith.platform.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends who opens the server's address to the pages. */
final class HomeHandler extends Handler.Abstract.NonBlocking {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!PlainAnswer.refusesMethod(request, response, callback)) {
            response.getHeaders().put(HttpHeader.LOCATION, "/admin");
            PlainAnswer.empty(response, callback, 302);
        }
        return true;
    }
}
