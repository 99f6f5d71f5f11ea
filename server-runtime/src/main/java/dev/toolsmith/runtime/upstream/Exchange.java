package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.upstream.UpstreamFailure.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;

/** One attempt of one call: takes the answer in as it comes, and ends it when it is too large. */
final class Exchange implements Response.Listener {

    /** So many bytes make an answer of which it is told how much has come. */
    private static final int LONG_ANSWER = 16 * 1024;

    private final CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
    private final UpstreamLimits limits;
    private final BytesInFlight inFlight;
    private final BooleanSupplier maySend;
    private final Arrival arrival;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
    private volatile boolean begun;

    Exchange(UpstreamLimits limits, BytesInFlight inFlight, BooleanSupplier maySend, Arrival arrival) {
        this.limits = limits;
        this.inFlight = inFlight;
        this.maySend = maySend;
        this.arrival = arrival;
    }

    CompletableFuture<HttpAnswer> send(Request request) {
        request.onRequestBegin(this::begin);
        request.send(this);
        return answer;
    }

    /** It may have waited for a connection, so that what held when it was made may not hold now. */
    private void begin(Request request) {
        if (maySend.getAsBoolean()) {
            begun = true;
        } else {
            CompletableFuture<Boolean> unused = request.abort(new UpstreamFailure(Reason.STOPPED, false));
        }
    }

    @Override
    public void onHeaders(Response response) {
        if (response.getHeaders().getLongField("Content-Length") > limits.maxAnswerBytes()) {
            end(response, Reason.TOO_LARGE);
        }
    }

    @Override
    public void onContent(Response response, ByteBuffer content) {
        int bytes = content.remaining();
        if (body.size() + bytes > limits.maxAnswerBytes()) {
            end(response, Reason.TOO_LARGE);
        } else if (!inFlight.take(bytes)) {
            end(response, Reason.BUSY);
        } else {
            byte[] part = new byte[bytes];
            content.get(part);
            body.writeBytes(part);
            tell(response.getHeaders().getLongField("Content-Length"));
        }
    }

    private void tell(long length) {
        if (body.size() >= LONG_ANSWER && body.size() != length) {
            arrival.came(body.size(), length < 0 ? OptionalLong.empty() : OptionalLong.of(length));
        }
    }

    private static void end(Response response, Reason reason) {
        CompletableFuture<Boolean> unused = response.abort(new UpstreamFailure(reason, true));
    }

    @Override
    public void onComplete(Result result) {
        inFlight.release(body.size());
        if (result.isFailed()) {
            answer.completeExceptionally(failureOf(result));
            return;
        }
        try {
            answer.complete(answerOf(result.getResponse()));
        } catch (UpstreamFailure e) {
            answer.completeExceptionally(e);
        }
    }

    private HttpAnswer answerOf(Response response) {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : response.getHeaders()) {
            headers.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), String.valueOf(field.getValue()));
        }
        String encoding = headers.getOrDefault("content-encoding", "identity").toLowerCase(Locale.ROOT);
        return new HttpAnswer(
                response.getStatus(),
                headers,
                ContentCoding.decode(encoding, body.toByteArray(), limits.maxAnswerBytes()));
    }

    private UpstreamFailure failureOf(Result result) {
        Throwable cause = result.getFailure();
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof UpstreamFailure ours) {
                return new UpstreamFailure(ours.reason(), begun);
            }
            if (each instanceof TimeoutException) {
                return new UpstreamFailure(Reason.TIMEOUT, begun);
            }
            if (each instanceof RejectedExecutionException) {
                return new UpstreamFailure(Reason.BUSY, begun);
            }
            if (each instanceof HttpException) {
                return new UpstreamFailure(Reason.INVALID, begun);
            }
            if (each instanceof SSLHandshakeException || (each instanceof SSLException && !begun)) {
                return new UpstreamFailure(Reason.UNTRUSTED, false);
            }
        }
        return new UpstreamFailure(begun ? Reason.INCOMPLETE : Reason.UNREACHABLE, begun);
    }
}
