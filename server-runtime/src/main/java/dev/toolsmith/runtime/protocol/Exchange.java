package dev.toolsmith.runtime.protocol;

import java.util.concurrent.CompletableFuture;

/**
 * One request on its way.
 *
 * @param request what was asked
 * @param era which revisions' forms the answer takes
 * @param peer who asked
 * @param cancelled completed when the client no longer waits for the answer
 */
record Exchange(Message.Request request, Era era, Peer peer, CompletableFuture<Void> cancelled) {

    RawObject params() {
        return request.params();
    }
}
