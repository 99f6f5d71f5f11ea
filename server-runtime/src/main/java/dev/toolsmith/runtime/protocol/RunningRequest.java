package dev.toolsmith.runtime.protocol;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One request between its handler's start and its answer. A request that is cancelled is not answered. */
final class RunningRequest {

    private final Message.Request request;
    private final Era era;
    private final Peer peer;
    private final Peer.Waiting waiting;

    RunningRequest(Message.Request request, Era era, Peer peer) {
        this.request = request;
        this.era = era;
        this.peer = peer;
        this.waiting = peer.begin(request.id());
    }

    CompletableFuture<Answer> answered(MethodHandler handler, AnswerWriter writer, FaultLog faults) {
        CompletableFuture<Reply> reply = begin(handler);
        if (reply.isDone() && !reply.isCompletedExceptionally()) {
            Answer answer = writer.answer(request, era, reply.join());
            if (answer.subscription().isPresent()) {
                listen(answer.subscription().get());
            } else {
                peer.end(waiting);
            }
            return CompletableFuture.completedFuture(answer);
        }
        CompletableFuture<Answer> answered = reply.handle((done, fault) -> {
            peer.end(waiting);
            return writer.answer(request, era, fault == null ? done : internalError(fault, faults));
        });
        return answered.applyToEither(waiting.cancelled().thenApply(signal -> Answer.nothing()), first -> first);
    }

    /** The request stays open, and can be cancelled, for as long as its subscription. */
    private void listen(Subscription subscription) {
        peer.listens(subscription);
        CompletionStage<Void> unused = waiting.cancelled().thenRun(subscription::cancel);
        CompletionStage<Void> unusedToo = subscription.over().thenRun(() -> {
            peer.end(waiting);
            peer.listensNoMore(subscription);
        });
    }

    private CompletableFuture<Reply> begin(MethodHandler handler) {
        try {
            return handler.handle(new Exchange(request, era, peer, waiting.cancelled()));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Reply internalError(Throwable fault, FaultLog faults) {
        @Nullable Throwable cause = fault instanceof CompletionException ? fault.getCause() : fault;
        faults.fault(cause == null ? fault : cause);
        return new Reply.Failure(Reply.Failure.INTERNAL_ERROR, "Internal error");
    }
}
