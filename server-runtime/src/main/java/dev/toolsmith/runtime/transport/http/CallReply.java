package dev.toolsmith.runtime.transport.http;

import dev.toolsmith.runtime.protocol.Answer;
import dev.toolsmith.runtime.protocol.Peer;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one message: a single JSON text, or, as soon as something is told before it, a stream of events that ends
 * with it (MCP 2025-11-25 and 2026-07-28, Streamable HTTP). Safe for many threads.
 */
final class CallReply implements Peer.Outlet {

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final HttpReply single;
    private final CompletableFuture<Void> gone;
    private final long keepAliveMillis;
    private @Nullable DisconnectWatch watch;
    private @Nullable EventStream stream;
    private boolean answered;

    CallReply(
            Request request,
            Response response,
            Callback callback,
            HttpReply single,
            CompletableFuture<Void> gone,
            long keepAliveMillis) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.single = single;
        this.gone = gone;
        this.keepAliveMillis = keepAliveMillis;
    }

    /** Notices from now on when the client goes. */
    synchronized DisconnectWatch watched() {
        DisconnectWatch known = watch;
        if (known == null) {
            request.addFailureListener(broken -> gone.complete(null));
            request.addIdleTimeoutListener(idle -> false);
            known = new DisconnectWatch(request, gone);
            watch = known;
        }
        return known;
    }

    @Override
    public synchronized void send(byte[] message) {
        if (answered) {
            return;
        }
        if (stream == null) {
            stream =
                    EventStream.begin(request, response, callback, message, () -> {}, watched(), gone, keepAliveMillis);
        } else {
            stream.send(message);
        }
    }

    /** Sends what there is to answer; nothing is told after it. */
    void answer(@Nullable Answer answer, @Nullable Throwable fault) {
        EventStream begun;
        synchronized (this) {
            answered = true;
            begun = stream;
            if (begun == null && watch != null) {
                watch.end();
            }
        }
        if (begun == null) {
            single.answer(answer, fault);
        } else if (answer == null || answer.standing() == Answer.Standing.NOTHING) {
            begun.end();
        } else {
            begun.end(answer.body());
        }
    }
}
