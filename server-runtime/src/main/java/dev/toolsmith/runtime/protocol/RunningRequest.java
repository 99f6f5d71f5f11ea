package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.InputRequiredException;
import dev.toolsmith.runtime.tool.MissingCapabilityException;
import dev.toolsmith.runtime.tool.UnansweredException;
import dev.toolsmith.runtime.tool.UsedAgreementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One request between its handler's start and its answer. A request that is cancelled is not answered. */
final class RunningRequest {

    private final Exchange exchange;
    private final Peer.Waiting waiting;

    RunningRequest(Message.Request request, Era era, Peer peer, RequestStates states) {
        this.waiting = peer.begin(request.id());
        this.exchange = new Exchange(request, era, peer, waiting.cancelled(), Progress.of(request, peer), states);
    }

    CompletableFuture<Answer> answered(MethodHandler handler, AnswerWriter writer, FaultLog faults) {
        CompletableFuture<Reply> reply = begin(handler);
        if (reply.isDone() && !reply.isCompletedExceptionally()) {
            Answer answer = written(reply.join(), writer);
            if (answer.subscription().isPresent()) {
                listen(answer.subscription().get());
            } else {
                exchange.peer().end(waiting);
            }
            return CompletableFuture.completedFuture(answer);
        }
        CompletableFuture<Answer> answered = reply.handle((done, failure) -> {
            exchange.peer().end(waiting);
            return written(failure == null ? done : failed(failure, faults), writer);
        });
        CompletableFuture<Answer> dropped = waiting.cancelled().thenApply(signal -> {
            endProgress();
            return Answer.nothing();
        });
        return answered.applyToEither(dropped, first -> first);
    }

    private Answer written(Reply reply, AnswerWriter writer) {
        endProgress();
        return writer.answer(exchange.request(), exchange.era(), reply);
    }

    private void endProgress() {
        if (exchange.progress().isPresent()) {
            exchange.progress().get().end();
        }
    }

    /** The request stays open, and can be cancelled, for as long as its subscription. */
    private void listen(Subscription subscription) {
        Peer peer = exchange.peer();
        peer.listens(subscription);
        CompletionStage<Void> unused = waiting.cancelled().thenRun(subscription::cancel);
        CompletionStage<Void> unusedToo = subscription.over().thenRun(() -> {
            peer.end(waiting);
            peer.listensNoMore(subscription);
        });
    }

    private CompletableFuture<Reply> begin(MethodHandler handler) {
        try {
            return handler.handle(exchange);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Reply failed(Throwable failure, FaultLog faults) {
        @Nullable Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof InputRequiredException input) {
            return ClientInput.asked(exchange, input);
        }
        if (cause instanceof MissingCapabilityException missing) {
            return ClientInput.missing(exchange.era(), missing);
        }
        if (cause instanceof UsedAgreementException used) {
            return Reply.Failure.invalidParams("Invalid params: ".concat(String.valueOf(used.getMessage())));
        }
        if (cause instanceof UnansweredException unanswered) {
            return new Reply.Failure(
                    unanswered.isAsked() ? Reply.Failure.INTERNAL_ERROR : Reply.Failure.INVALID_REQUEST,
                    unanswered.why());
        }
        faults.fault(cause == null ? failure : cause);
        return new Reply.Failure(Reply.Failure.INTERNAL_ERROR, "Internal error");
    }
}
