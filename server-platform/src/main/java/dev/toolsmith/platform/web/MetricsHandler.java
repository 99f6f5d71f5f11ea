package dev.toolsmith.platform.web;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Tells the metrics to who has a token for them; without one to processes of this machine, as long as the platform serves
 * nobody else.
 */
public final class MetricsHandler extends Handler.Abstract {

    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final String BEARER = "bearer ";

    private final Supplier<String> text;
    private final Predicate<String> mayRead;
    private final boolean localOnly;

    /**
     * A handler of one path.
     *
     * @param text the metrics
     * @param mayRead whether a token is good for that
     * @param localOnly whether the platform listens to this machine only and has no other address
     */
    public MetricsHandler(Supplier<String> text, Predicate<String> mayRead, boolean localOnly) {
        this.text = text;
        this.mayRead = mayRead;
        this.localOnly = localOnly;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (PlainAnswer.refusesMethod(request, response, callback)) {
            return true;
        }
        List<String> sent = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
        boolean allowed = sent.isEmpty() ? localOnly && isLocal(request) : sent.size() == 1 && isGood(sent.get(0));
        if (allowed) {
            PlainAnswer.write(response, callback, 200, TYPE, text.get());
        } else {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"toolsmith\"");
            PlainAnswer.empty(response, callback, 401);
        }
        return true;
    }

    private boolean isGood(String authorization) {
        return authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                && mayRead.test(authorization.substring(BEARER.length()).strip());
    }

    private static boolean isLocal(Request request) {
        boolean forwarded = request.getHeaders().stream()
                .map(field -> field.getName().toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith("x-forwarded-") || name.equals("forwarded") || name.equals("via"));
        return !forwarded
                && request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer
                && peer.getAddress().isLoopbackAddress();
    }
}
