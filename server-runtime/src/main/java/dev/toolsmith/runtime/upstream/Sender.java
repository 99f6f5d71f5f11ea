package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.upstream.UpstreamFailure.Reason;
import dev.toolsmith.runtime.upstream.request.HttpCall;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls to one API. A read is sent at most three times, as far as the budget of retries and the deadline go; a
 * write again only when no byte of it left.
 */
final class Sender {

    private static final int MOST_RETRIES = 2;

    private final UpstreamClient client;
    private final URI base;
    private final String userAgent;
    private final UpstreamLimits limits;

    Sender(UpstreamClient client, URI base, String userAgent, UpstreamLimits limits) {
        this.client = client;
        this.base = base;
        this.userAgent = userAgent;
        this.limits = limits;
    }

    /**
     * Sends a call; the future fails with {@link UpstreamFailure} only, but for faults of our own.
     *
     * @param maySend asked before each attempt, and once more before its first byte leaves
     * @param arrival hears how much of a long answer has come
     * @param deadline until when it may take, in nanoseconds of {@link System#nanoTime}
     */
    CompletableFuture<HttpAnswer> send(
            HttpCall call, CompletableFuture<Void> cancelled, BooleanSupplier maySend, Arrival arrival, long deadline) {
        client.retries().called();
        Sending sending = new Sending(call, cancelled, maySend, arrival, deadline);
        CompletableFuture<Void> unused = cancelled.thenRun(sending::abort);
        sending.attemptSafely();
        return sending.answer;
    }

    private final class Sending {

        private final HttpCall call;
        private final CompletableFuture<Void> cancelled;
        private final BooleanSupplier maySend;
        private final Arrival arrival;
        private final CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
        private final long deadline;
        private volatile @Nullable Request current;
        private int retries;

        Sending(
                HttpCall call,
                CompletableFuture<Void> cancelled,
                BooleanSupplier maySend,
                Arrival arrival,
                long deadline) {
            this.call = call;
            this.cancelled = cancelled;
            this.maySend = maySend;
            this.arrival = arrival;
            this.deadline = deadline;
        }

        void attemptSafely() {
            try {
                attempt();
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        }

        private void attempt() {
            long left = millisLeft();
            if (cancelled.isDone() || left <= 0) {
                Reason reason = cancelled.isDone() ? Reason.CANCELLED : Reason.TIMEOUT;
                answer.completeExceptionally(new UpstreamFailure(reason, retries > 0));
                return;
            }
            if (!maySend.getAsBoolean()) {
                answer.completeExceptionally(new UpstreamFailure(Reason.STOPPED, retries > 0));
                return;
            }
            Request request = requestOf(left);
            current = request;
            CompletableFuture<?> unused = new Exchange(limits, client.inFlight(), maySend, arrival)
                    .send(request)
                    .handle(this::ended)
                    .exceptionally(answer::completeExceptionally);
            if (cancelled.isDone()) {
                abort();
            }
        }

        void abort() {
            Request request = current;
            if (request != null) {
                CompletableFuture<Boolean> unused = request.abort(new UpstreamFailure(Reason.CANCELLED, true));
            }
        }

        private boolean ended(@Nullable HttpAnswer got, @Nullable Throwable failure) {
            long wait = Backoff.before(retries).toMillis();
            if (isWorthRetrying(got, failure)
                    && wait < millisLeft()
                    && client.retries().takeRetry()) {
                retries++;
                client.after(wait, this::attemptSafely);
                return true;
            }
            return failure != null ? answer.completeExceptionally(failure) : answer.complete(got);
        }

        private boolean isWorthRetrying(@Nullable HttpAnswer got, @Nullable Throwable failure) {
            if (retries >= MOST_RETRIES || cancelled.isDone()) {
                return false;
            }
            if (got != null) {
                return call.reads() && got.status() >= 502 && got.status() <= 504;
            }
            return failure instanceof UpstreamFailure why
                    && switch (why.reason()) {
                        case UNREACHABLE -> call.reads() || !why.sent();
                        case INCOMPLETE -> call.reads();
                        default -> false;
                    };
        }

        private long millisLeft() {
            return TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }

        private Request requestOf(long millis) {
            int port = base.getPort() >= 0 ? base.getPort() : base.getScheme().equals("https") ? 443 : 80;
            Request request = client.newRequest(base.getScheme(), base.getHost(), port, call)
                    .timeout(millis, TimeUnit.MILLISECONDS)
                    .headers(headers -> {
                        headers.put(HttpHeader.USER_AGENT, userAgent);
                        headers.put(HttpHeader.ACCEPT, "application/json, */*;q=0.1");
                        call.headers().forEach(header -> headers.put(header.name(), header.value()));
                    });
            Optional<HttpCall.Content> body = call.body();
            return body.isPresent()
                    ? request.body(new BytesRequestContent(
                            body.get().mediaType(), body.get().bytes()))
                    : request;
        }
    }
}
