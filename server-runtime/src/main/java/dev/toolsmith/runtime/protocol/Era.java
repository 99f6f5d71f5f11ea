package dev.toolsmith.runtime.protocol;

import java.util.Optional;

/** The two kinds of MCP revisions (MCP 2026-07-28, Versioning, Terminology). */
enum Era {
    /** Revisions that begin with a handshake. */
    LEGACY,
    /** Revisions in which every request stands alone. */
    MODERN;

    /** The era of one request: each is taken for what it says itself, whatever came before it. */
    static Era of(Message.Request request, Peer peer) {
        Optional<String> header = peer.protocolVersionHeader();
        boolean modern = Meta.of(request).has(Meta.PROTOCOL_VERSION)
                || (header.isPresent() && !Revision.isLegacy(header.get()))
                || request.method().equals("server/discover")
                || request.method().equals("subscriptions/listen");
        return modern ? MODERN : LEGACY;
    }
}
