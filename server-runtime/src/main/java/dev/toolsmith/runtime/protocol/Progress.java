package dev.toolsmith.runtime.protocol;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Tells a client how far its request has come (MCP 2026-07-28 and 2025-11-25, Progress): always more than before, ten
 * times at once and then ten times a second at most, and nothing once the request is answered or
 * while the client leaves too much unread.
 */
final class Progress {

    private static final int MOST_AT_ONCE = 10;
    private static final long NANOS_EACH = 100_000_000L;

    private final byte[] token;
    private final Peer.Outlet outlet;
    private long told = -1;
    private long mayTell = MOST_AT_ONCE;
    private long since = System.nanoTime();
    private boolean ended;

    private Progress(byte[] token, Peer.Outlet outlet) {
        this.token = token;
        this.outlet = outlet;
    }

    /** For a request that asks for it and can be told. */
    static Optional<Progress> of(Message.Request request, Peer peer) {
        Optional<RawValue> token = Meta.of(request).get(Meta.PROGRESS_TOKEN);
        Optional<Peer.Outlet> outlet = peer.duringRequests();
        return outlet.isPresent()
                        && token.isPresent()
                        && (token.get().isString() || token.get().isInteger())
                ? Optional.of(new Progress(token.get().copy(), outlet.get()))
                : Optional.empty();
    }

    synchronized void tell(long done, OptionalLong total, String message) {
        if (!ended && done > told && !outlet.isFull() && isTime()) {
            told = done;
            outlet.send(notification(done, total, message));
        }
    }

    private boolean isTime() {
        long passed = (System.nanoTime() - since) / NANOS_EACH;
        since += passed * NANOS_EACH;
        mayTell = Math.min(MOST_AT_ONCE, mayTell + passed);
        if (mayTell == 0) {
            return false;
        }
        mayTell--;
        return true;
    }

    /** Tells nothing from now on; whatever was told has been handed over before this returns. */
    synchronized void end() {
        ended = true;
    }

    private byte[] notification(long done, OptionalLong total, String message) {
        JsonBytes json = new JsonBytes(192)
                .json("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":")
                .json(token)
                .json(",\"progress\":")
                .number(done);
        if (total.isPresent()) {
            json.json(",\"total\":").number(total.getAsLong());
        }
        if (!message.isEmpty()) {
            json.json(",\"message\":").string(message);
        }
        return json.json("}}").toBytes();
    }
}
