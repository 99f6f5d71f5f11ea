package dev.toolsmith.runtime.protocol;

import java.util.List;
import java.util.Optional;

/** What a client sent (JSON-RPC 2.0). */
sealed interface Message {

    /**
     * A call that waits for an answer.
     *
     * @param id the id as it was sent, to be echoed byte by byte
     */
    record Request(byte[] id, String method, RawObject params, boolean paramsFit) implements Message {}

    /** A message that is never answered. */
    record Notification(String method, RawObject params) implements Message {}

    /**
     * An answer to a request of this server's, if it asked one of that id.
     *
     * @param id the id, if it is a string, as those of ours are
     * @param result the result object as it was sent; empty in an error
     * @param error the error's message, if it has one; empty in a result
     */
    record Response(Optional<String> id, Optional<byte[]> result, String error) implements Message {}

    /**
     * JSON, but no JSON-RPC message.
     *
     * @param id the id if it was a legal one, else {@code null} as JSON
     * @param why what is wrong, for the client's developer
     */
    record Invalid(byte[] id, String why) implements Message {}

    /** Several messages in one array (JSON-RPC 2.0, Batch; MCP 2025-03-26). */
    record Batch(List<Message> messages) implements Message {
        public Batch {
            messages = List.copyOf(messages);
        }
    }
}
