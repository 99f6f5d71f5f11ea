package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.RateLimit;
import java.util.Optional;

/** What a method came to, before it is put into an envelope. */
sealed interface Reply {

    /**
     * A result.
     *
     * @param members the members of the result object, without braces; may be empty
     * @param meta the members of its {@code _meta}, without braces; may be empty
     * @param rateLimit what the API told of its limits
     */
    record Result(byte[] members, byte[] meta, Optional<RateLimit> rateLimit) implements Reply {

        static Result of(JsonBytes members) {
            return new Result(members.toBytes(), new byte[0], Optional.empty());
        }
    }

    /**
     * The request comes again when its client has been asked (MCP 2026-07-28, InputRequiredResult).
     *
     * @param members the members of the result object, without braces
     */
    record InputRequired(byte[] members) implements Reply {}

    /**
     * The first message of a subscription, which goes on after it.
     *
     * @param acknowledgement the whole message
     */
    record Listening(byte[] acknowledgement, Subscription subscription) implements Reply {}

    /**
     * A JSON-RPC error.
     *
     * @param data the finished JSON of {@code data}; empty for none
     */
    record Failure(int code, String message, byte[] data) implements Reply {

        static final int RESOURCE_NOT_FOUND = -32002;
        static final int TOO_MANY_SUBSCRIPTIONS = -32000;
        static final int PARSE_ERROR = -32700;
        static final int INVALID_REQUEST = -32600;
        static final int METHOD_NOT_FOUND = -32601;
        static final int INVALID_PARAMS = -32602;
        static final int INTERNAL_ERROR = -32603;
        static final int HEADER_MISMATCH = -32020;
        static final int MISSING_CLIENT_CAPABILITY = -32021;
        static final int UNSUPPORTED_PROTOCOL_VERSION = -32022;

        Failure(int code, String message) {
            this(code, message, new byte[0]);
        }

        static Failure invalidParams(String message) {
            return new Failure(INVALID_PARAMS, message);
        }
    }
}
