package dev.toolsmith.runtime.transport.http;

import dev.toolsmith.runtime.protocol.Answer;
import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.tool.RateLimit;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Writes the one response of an exchange. */
final class HttpReply {

    private final ProtocolKernel kernel;
    private final Response response;
    private final Callback callback;

    HttpReply(ProtocolKernel kernel, Response response, Callback callback) {
        this.kernel = kernel;
        this.response = response;
        this.callback = callback;
    }

    void refuse(Refusal refusal) {
        if (!refusal.header().isEmpty()) {
            response.getHeaders().put(refusal.header(), refusal.headerValue());
        }
        json(refusal.status(), kernel.refused(refusal.why()).body());
    }

    void answer(@Nullable Answer answer, @Nullable Throwable fault) {
        if (answer == null) {
            callback.failed(fault);
            return;
        }
        if (answer.rateLimit().isPresent()) {
            tell(answer.rateLimit().get());
        }
        switch (answer.standing()) {
            case ANSWERED -> json(200, answer.body());
            case BAD_REQUEST -> json(400, answer.body());
            case NOT_FOUND -> json(404, answer.body());
            case TOO_MANY -> json(429, answer.body());
            case NOTHING -> empty();
            case LISTENING -> throw new IllegalStateException("A subscription is no single reply");
        }
    }

    private void tell(RateLimit rateLimit) {
        HttpFields.Mutable headers = response.getHeaders();
        if (rateLimit.limit() >= 0) {
            headers.put("ratelimit-limit", rateLimit.limit());
        }
        if (rateLimit.remaining() >= 0) {
            headers.put("ratelimit-remaining", rateLimit.remaining());
        }
        headers.put("ratelimit-reset", rateLimit.resetSeconds());
    }

    private void json(int status, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private void empty() {
        response.setStatus(202);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
        response.write(true, ByteBuffer.allocate(0), callback);
    }
}
