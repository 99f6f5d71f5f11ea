package dev.toolsmith.runtime.transport.http;

import dev.toolsmith.runtime.protocol.Subscription;
import java.util.function.Consumer;

/**
 * On what terms a client may open streams.
 *
 * @param streams holds those of all clients
 * @param peer whom the client counts as
 * @param opened told of each subscription before its stream begins; it may end the subscription at any time, as when the
 *     client's access is over
 * @param tellsProgress whether an answer may become a stream that begins with how far its call has come; whoever looks
 *     at answers before they are sent has to look at the last message of such a stream too
 */
public record Streaming(EventStreams streams, String peer, Consumer<Subscription> opened, boolean tellsProgress) {

    /** For subscriptions alone. */
    public Streaming(EventStreams streams, String peer, Consumer<Subscription> opened) {
        this(streams, peer, opened, false);
    }
}
