package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.RateLimit;
import java.util.Optional;

/**
 * What to send back for one message.
 *
 * @param standing what an HTTP transport makes a status of
 * @param body UTF-8 JSON without a line break; empty exactly when there is nothing to answer
 * @param rateLimit how many calls the API has left, when a call told
 */
public record Answer(Standing standing, byte[] body, Optional<RateLimit> rateLimit) {

    /** How a message was taken, apart from what is answered. */
    public enum Standing {
        /** Answered, be it with a JSON-RPC error of an older revision. */
        ANSWERED,
        /** A notification or a response, or a request that was cancelled: nothing to answer. */
        NOTHING,
        /** No message that can be answered, or an error that revision 2026-07-28 gives status 400. */
        BAD_REQUEST,
        /** A method that revision 2026-07-28 gives status 404. */
        NOT_FOUND
    }

    private static final byte[] EMPTY = new byte[0];

    static Answer nothing() {
        return new Answer(Standing.NOTHING, EMPTY, Optional.empty());
    }
}
