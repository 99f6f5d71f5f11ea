package dev.toolsmith.platform.admin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** How a browser keeps its session: out of reach of scripts, of other sites' requests and, over TLS, of other hosts. */
final class SessionCookie {

    private static final String OVER_TLS = "__Host-toolsmith";
    private static final String PLAIN = "toolsmith";
    private static final Duration LIFE = Duration.ofHours(12);

    private SessionCookie() {}

    /** The session that a browser shows; empty when it shows none, or several. */
    static Optional<String> of(Request request) {
        String name = request.isSecure() ? OVER_TLS : PLAIN;
        List<String> values = Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** Gives a browser a session; an empty one takes it away. */
    static void put(Request request, Response response, String session) {
        boolean secure = request.isSecure();
        Response.putCookie(
                response,
                HttpCookie.build(secure ? OVER_TLS : PLAIN, session)
                        .path(secure ? "/" : "/admin")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite(HttpCookie.SameSite.LAX)
                        .maxAge(session.isEmpty() ? 0 : LIFE.toSeconds())
                        .build());
    }
}
