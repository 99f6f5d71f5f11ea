package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.runtime.tool.ToolList;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Looks once more, as an answer is handed over, whether it may be told. The calls of a batch are finished one by one and
 * told together, so that one may have passed its own checks long before; and a stream goes on for as long as it likes.
 */
final class AnswerGate extends Response.Wrapper {

    private final CallParts parts;
    private final Access access;
    private final ToolList published;
    private final HostedServer before;
    private final byte[] refusal;

    /**
     * A gate for the answer to one request.
     *
     * @param published the tools that the caller is offered now
     * @param refusal told in place of a batch whose server was closed or changed meanwhile
     */
    AnswerGate(Request request, Response response, CallParts parts, Access access, ToolList published, byte[] refusal) {
        super(request, response);
        this.parts = parts;
        this.access = access;
        this.published = published;
        this.before = access.live().server();
        this.refusal = refusal;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
        if (content == null || !content.hasRemaining()) {
            super.write(last, content, callback);
        } else if (isStream()) {
            if (!parts.lock().between(() -> stream(last, content, callback))) {
                // It is passed over; the stream is ended by whoever sees that its client's access is over.
                callback.succeeded();
            }
        } else if (!parts.lock().between(() -> tell(last, content, callback))) {
            setStatus(404);
            replace(refusal, callback);
        }
    }

    private boolean isStream() {
        return "text/event-stream".equals(getHeaders().get(HttpHeader.CONTENT_TYPE));
    }

    /** The last event says that the stream is over, and nothing else; all others are for those who are let in. */
    private boolean stream(boolean last, ByteBuffer content, Callback callback) {
        if (!last && OpenStreams.isOver(parts, access)) {
            return false;
        }
        super.write(last, content, callback);
        return true;
    }

    private boolean tell(boolean last, ByteBuffer content, Callback callback) {
        boolean shut = access.isOver(parts.clock().instant(), parts.apiTokens());
        boolean batch = content.get(content.position()) == '[';
        if (batch && (shut || !access.live().server().equals(before))) {
            return false;
        }
        if (shut || access.live().server().paused() || !sends()) {
            byte[] body = new byte[content.remaining()];
            content.duplicate().get(body);
            replace(WithheldResults.in(body, published::listing), callback);
        } else {
            super.write(last, content, callback);
        }
        return true;
    }

    private boolean sends() {
        return parts.connections()
                .current(before.connectionId())
                .filter(connection -> connection.state().sends())
                .isPresent();
    }

    private void replace(byte[] body, Callback callback) {
        getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        super.write(true, ByteBuffer.wrap(body), callback);
    }
}
