package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolList;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Looks once more, as an answer is handed over, whether it may be told. The calls of a batch are finished one by one and
 * told together, so that one may have passed its own checks long before; and a stream goes on for as long as it likes.
 */
final class AnswerGate extends Response.Wrapper {

    private static final String DATA = "event: message\ndata: ";

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
                // It is passed over. Its stream is ended by whoever sees that the access is over, or by the call's
                // answer.
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

    /**
     * A stream of changes is for those who are let in. One of a call tells how far it has come, and then its answer: both
     * are of the account. What says that a stream is over is told in any case.
     */
    private boolean stream(boolean last, ByteBuffer content, Callback callback) {
        boolean over = OpenStreams.isOver(parts, access);
        Optional<JsonNode> message = over || !sends() || isBatchOfOther(content) ? message(content) : Optional.empty();
        if (message.isEmpty()) {
            if (over && !last) {
                return false;
            }
            super.write(last, content, callback);
            return true;
        }
        Optional<byte[]> left = left(message.get(), over);
        if (left.isEmpty() && !last) {
            return false;
        }
        super.write(last, left.map(ByteBuffer::wrap).orElseGet(() -> ByteBuffer.allocate(0)), callback);
        return true;
    }

    private boolean isBatchOfOther(ByteBuffer content) {
        int at = content.position() + DATA.length();
        return at < content.limit()
                && content.get(at) == '['
                && !access.live().server().equals(before);
    }

    /** The message of an event; empty of a comment, which keeps a connection open. */
    private static Optional<JsonNode> message(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        String event = new String(bytes, StandardCharsets.UTF_8);
        return event.startsWith(DATA)
                ? Optional.of(JsonTree.read(event.substring(DATA.length()).getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /** What is left of a message as an event; empty for nothing. */
    private Optional<byte[]> left(JsonNode message, boolean over) {
        if (message.has("method")) {
            boolean ofAccount = message.path("method").asString("").equals("notifications/progress");
            return over || ofAccount ? Optional.empty() : Optional.of(event(JsonTree.write(message)));
        }
        return Optional.of(
                event(message.isArray() ? refusal : WithheldResults.in(JsonTree.write(message), published::listing)));
    }

    private static byte[] event(byte[] message) {
        return (DATA + new String(message, StandardCharsets.UTF_8) + "\n\n").getBytes(StandardCharsets.UTF_8);
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
