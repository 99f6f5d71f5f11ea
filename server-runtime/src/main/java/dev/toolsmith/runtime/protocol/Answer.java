package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.RateLimit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What to send back for one message.
 *
 * @param standing what an HTTP transport makes a status of
 * @param body UTF-8 JSON without a line break, or several such lines; empty exactly when there is nothing to answer
 * @param rateLimit how many calls the API has left, when a call told
 * @param subscription what sends further messages once the body has been sent; present exactly when
 *     {@link Standing#LISTENING}
 */
public record Answer(
        Standing standing, byte[] body, Optional<RateLimit> rateLimit, Optional<Subscription> subscription) {

    /** How a message was taken, apart from what is answered. */
    public enum Standing {
        /** Answered, be it with a JSON-RPC error of an older revision. */
        ANSWERED,
        /** A notification or a response, or a request that was cancelled: nothing to answer. */
        NOTHING,
        /** No message that can be answered, or an error that revision 2026-07-28 gives status 400. */
        BAD_REQUEST,
        /** A method that revision 2026-07-28 gives status 404. */
        NOT_FOUND,
        /** A subscription that cannot be had now, as there are too many. */
        TOO_MANY,
        /** Answered with the first message of a subscription, which a transport has to start after it. */
        LISTENING
    }

    private static final byte[] EMPTY = new byte[0];
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    /** An answer that is all there is to send. */
    public Answer(Standing standing, byte[] body, Optional<RateLimit> rateLimit) {
        this(standing, body, rateLimit, Optional.empty());
    }

    /** No answer at all. */
    public static Answer nothing() {
        return new Answer(Standing.NOTHING, EMPTY, Optional.empty());
    }

    /** The answer to bytes that are no message, with the null id. */
    public static Answer unreadable(String why) {
        return AnswerWriter.refusal(NULL, Reply.Failure.PARSE_ERROR, "Parse error: " + why);
    }

    /** Finished messages from elsewhere, each on a line of its own. */
    public static Answer relayed(List<byte[]> messages) {
        JsonBytes lines = new JsonBytes(256);
        for (byte[] message : messages) {
            lines.jsonOnOneLine(message, 0, message.length);
            lines.json(message == messages.get(messages.size() - 1) ? "" : "\n");
        }
        byte[] body = lines.toBytes();
        return body.length == 0 ? nothing() : new Answer(Standing.ANSWERED, body, Optional.empty());
    }
}
