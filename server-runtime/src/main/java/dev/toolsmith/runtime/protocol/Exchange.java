package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.CallClient;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One request on its way.
 *
 * @param request what was asked
 * @param era which revisions' forms the answer takes
 * @param peer who asked
 * @param cancelled completed when the client no longer waits for the answer
 * @param progress tells the client how far it has come, if it wants to know and can be told
 * @param states seals and opens what it keeps with the client
 */
record Exchange(
        Message.Request request,
        Era era,
        Peer peer,
        CompletableFuture<Void> cancelled,
        Optional<Progress> progress,
        RequestStates states) {

    RawObject params() {
        return request.params();
    }

    /** The client, for a request that may ask it for something. */
    CallClient client() {
        return new KernelClient(this, era == Era.MODERN ? states.of(request) : Optional.empty());
    }
}
