package dev.toolsmith.runtime.transport.http;

import dev.toolsmith.runtime.protocol.Answer;
import dev.toolsmith.runtime.protocol.Limits;
import dev.toolsmith.runtime.protocol.Peer;
import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.protocol.RequestHeaders;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The MCP endpoint: one POST, one message, one answer (MCP 2025-11-25 and 2026-07-28, Streamable HTTP). */
final class McpHandler extends Handler.Abstract {

    private static final long BODY_SECONDS = 30;

    private final ProtocolKernel kernel;
    private final Admission admission;
    private final CrossOrigin crossOrigin;

    McpHandler(ProtocolKernel kernel, Admission admission) {
        this.kernel = kernel;
        this.crossOrigin = new CrossOrigin(admission);
        this.admission = admission;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (crossOrigin.answers(request, response, callback)) {
            return true;
        }
        HttpReply reply = new HttpReply(kernel, response, callback);
        Optional<Refusal> refusal = admission.checkSender(request).or(() -> admission.checkForm(request));
        if (refusal.isPresent()) {
            reply.refuse(refusal.get());
            return true;
        }
        CompletableFuture<byte[]> unused = new BodyReader(request, Limits.MESSAGE_BYTES, BODY_SECONDS)
                .body()
                .whenComplete((body, failure) -> taken(request, reply, body, failure));
        return true;
    }

    private void taken(Request request, HttpReply reply, byte @Nullable [] body, @Nullable Throwable failure) {
        if (body == null) {
            reply.refuse(
                    failure instanceof BodyReader.TooLarge
                            ? Admission.tooLarge()
                            : new Refusal(
                                    failure instanceof TimeoutException ? 408 : 400,
                                    "The body did not arrive whole.",
                                    "Connection",
                                    "close"));
            return;
        }
        CompletableFuture<Void> gone = new CompletableFuture<>();
        CompletableFuture<Answer> answer = kernel.answer(body, Peer.overHttp(headers(request), gone));
        if (answer.isDone()) {
            reply.answer(answer.join(), null);
            return;
        }
        request.addFailureListener(broken -> gone.complete(null));
        request.addIdleTimeoutListener(idle -> false);
        DisconnectWatch watch = new DisconnectWatch(request, gone);
        CompletableFuture<Answer> unused = answer.whenComplete((done, fault) -> {
            watch.end();
            reply.answer(done, fault);
        });
    }

    private static RequestHeaders headers(Request request) {
        HttpFields fields = request.getHeaders();
        return new RequestHeaders(
                Optional.ofNullable(fields.get("MCP-Protocol-Version")),
                Optional.ofNullable(fields.get("Mcp-Method")),
                Optional.ofNullable(fields.get("Mcp-Name")));
    }
}
