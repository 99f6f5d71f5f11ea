package dev.toolsmith.runtime.protocol;

import java.util.concurrent.CompletableFuture;

/** Answers {@code ping} of the older revisions with an empty result. */
final class PingHandler implements MethodHandler {

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        return CompletableFuture.completedFuture(Reply.Result.of(new JsonBytes(0)));
    }
}
