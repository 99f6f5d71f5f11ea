package dev.toolsmith.runtime.transport.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Tells browsers that pages of the allowed origins may send messages and read answers (Fetch standard, CORS). */
public final class CrossOrigin {

    private static final String REQUEST_HEADERS =
            "Content-Type, Accept, Authorization, Agent-Run-Id, MCP-Protocol-Version, Mcp-Method, Mcp-Name, Mcp-Session-Id";
    private static final String ANSWER_HEADERS = "ratelimit-limit, ratelimit-remaining, ratelimit-reset";

    private final Admission admission;

    /** For the origins that an admission allows. */
    public CrossOrigin(Admission admission) {
        this.admission = admission;
    }

    /**
     * Marks the answer as readable for the page that asked, if its origin is allowed, and answers a browser's question
     * whether the page may post, which never carries the token.
     *
     * @return whether the request is answered by that
     */
    public boolean answers(Request request, Response response, Callback callback) {
        Optional<String> origin = admission.allowedOrigin(request);
        if (origin.isEmpty()) {
            return false;
        }
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origin.get());
        headers.put(HttpHeader.VARY, "Origin");
        boolean asks = request.getMethod().equals("OPTIONS")
                && request.getHeaders().contains(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD);
        if (!asks || admission.checkPlace(request).isPresent()) {
            headers.put(HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS, ANSWER_HEADERS);
            return false;
        }
        headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, "POST");
        headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
        headers.put(HttpHeader.ACCESS_CONTROL_MAX_AGE, "600");
        response.setStatus(204);
        callback.succeeded();
        return true;
    }
}
