package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.model.HostedServer;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Withholds the answer to a batch when its server was closed or changed meanwhile. The calls of a batch are finished one
 * by one and told together, so that one may have passed its own checks long before it is told.
 */
final class BatchGate extends Response.Wrapper {

    private final CallParts parts;
    private final Access access;
    private final HostedServer before;
    private final byte[] refusal;

    BatchGate(Request request, Response response, CallParts parts, Access access, byte[] refusal) {
        super(request, response);
        this.parts = parts;
        this.access = access;
        this.before = access.live().server();
        this.refusal = refusal;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
        if (content == null || !content.hasRemaining() || content.get(content.position()) != '[') {
            super.write(last, content, callback);
        } else if (!parts.servers().directory().betweenChanges(() -> tell(last, content, callback))) {
            setStatus(404);
            getHeaders().put(HttpHeader.CONTENT_LENGTH, refusal.length);
            super.write(true, ByteBuffer.wrap(refusal), callback);
        }
    }

    private boolean tell(boolean last, ByteBuffer content, Callback callback) {
        boolean same = access.live().server().equals(before)
                && !access.isOver(parts.clock().instant(), parts.apiTokens())
                && parts.connections()
                        .current(before.connectionId())
                        .filter(connection -> connection.state().sends())
                        .isPresent();
        if (same) {
            super.write(last, content, callback);
        }
        return same;
    }
}
