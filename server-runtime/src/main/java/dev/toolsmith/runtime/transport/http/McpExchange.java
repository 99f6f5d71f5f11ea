package dev.toolsmith.runtime.transport.http;

import dev.toolsmith.runtime.protocol.Answer;
import dev.toolsmith.runtime.protocol.Limits;
import dev.toolsmith.runtime.protocol.Peer;
import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.protocol.RequestHeaders;
import dev.toolsmith.runtime.protocol.Subscription;
import dev.toolsmith.runtime.tool.CallOrigin;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** One POST of one message and its answer (MCP 2025-11-25 and 2026-07-28, Streamable HTTP), after admission. */
public final class McpExchange {

    private static final long BODY_SECONDS = 30;

    private final ProtocolKernel kernel;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final HttpReply reply;
    private final Optional<Streaming> streaming;

    /** An exchange that a kernel answers, without ever opening a stream. */
    public McpExchange(ProtocolKernel kernel, Request request, Response response, Callback callback) {
        this(kernel, request, response, callback, Optional.empty());
    }

    /** An exchange that a kernel answers, be it with a stream, which is written through the same response. */
    public McpExchange(
            ProtocolKernel kernel, Request request, Response response, Callback callback, Streaming streaming) {
        this(kernel, request, response, callback, Optional.of(streaming));
    }

    private McpExchange(
            ProtocolKernel kernel,
            Request request,
            Response response,
            Callback callback,
            Optional<Streaming> streaming) {
        this.kernel = kernel;
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.reply = new HttpReply(kernel, response, callback);
        this.streaming = streaming;
    }

    /** Turns the request away, with a message in the protocol's form. */
    public void refuse(Refusal refusal) {
        reply.refuse(refusal);
    }

    /**
     * Reads the message and answers it.
     *
     * @param known what is known of the client from before
     * @param introduced told what the client has said of itself, before the answer is written
     */
    public void answer(CallOrigin known, Consumer<CallOrigin> introduced) {
        CompletableFuture<byte[]> unused = new BodyReader(request, Limits.MESSAGE_BYTES, BODY_SECONDS)
                .body()
                .handle((body, failure) -> {
                    taken(known, introduced, body, failure);
                    return body;
                })
                .exceptionally(fault -> {
                    callback.failed(fault);
                    return null;
                });
    }

    private void taken(
            CallOrigin known, Consumer<CallOrigin> introduced, byte @Nullable [] body, @Nullable Throwable failure) {
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
        CallReply whole = new CallReply(request, response, callback, reply, gone, keepAliveMillis());
        Peer peer = tellsProgress()
                ? Peer.overHttp(headers(request), known, gone, whole)
                : Peer.overHttp(headers(request), known, gone);
        CompletableFuture<Answer> answer = kernel.answer(body, peer);
        if (!peer.origin().equals(known)) {
            introduced.accept(peer.origin());
        }
        // Asked once: the answer may come at any moment, and a subscription is one that is there at once.
        boolean atOnce = answer.isDone();
        Optional<Subscription> subscription = atOnce ? answer.join().subscription() : Optional.empty();
        if (subscription.isPresent()) {
            listen(answer.join(), subscription.get(), gone, whole);
            return;
        }
        if (!atOnce) {
            whole.watched();
        }
        CompletableFuture<Answer> unused = answer.whenComplete(whole::answer);
    }

    /** A client that takes no event stream is told nothing before its answer. */
    private boolean tellsProgress() {
        return streaming.isPresent()
                && streaming.get().tellsProgress()
                && MediaTypes.acceptEvents(request.getHeaders().getValuesList(HttpHeader.ACCEPT));
    }

    private long keepAliveMillis() {
        return streaming.isPresent() ? streaming.get().streams().keepAliveMillis() : 0;
    }

    private void listen(Answer answer, Subscription subscription, CompletableFuture<Void> gone, CallReply whole) {
        Optional<String> refused = streaming.isEmpty()
                ? Optional.of("This server opens no streams.")
                : streaming.get().streams().enter(streaming.get().peer(), subscription);
        if (refused.isPresent()) {
            reply.answer(subscription.refused(refused.get()), null);
            return;
        }
        streaming.orElseThrow().opened().accept(subscription);
        EventStream stream = EventStream.begin(
                request,
                response,
                callback,
                answer.body(),
                subscription::cancel,
                whole.watched(),
                gone,
                keepAliveMillis());
        subscription.start(stream);
    }

    private static RequestHeaders headers(Request request) {
        HttpFields fields = request.getHeaders();
        return new RequestHeaders(
                Optional.ofNullable(fields.get("MCP-Protocol-Version")),
                Optional.ofNullable(fields.get("Mcp-Method")),
                Optional.ofNullable(fields.get("Mcp-Name")),
                fields::getValuesList);
    }
}
