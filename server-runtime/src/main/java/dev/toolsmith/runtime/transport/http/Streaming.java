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
 */
public record Streaming(EventStreams streams, String peer, Consumer<Subscription> opened) {}
