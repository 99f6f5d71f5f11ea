package dev.toolsmith.runtime.protocol;

import java.util.concurrent.CompletableFuture;

/** Answers the requests of one method. */
interface MethodHandler {

    /** Begins to answer; the future completes exceptionally only for a fault of our own. */
    CompletableFuture<Reply> handle(Exchange exchange);
}
