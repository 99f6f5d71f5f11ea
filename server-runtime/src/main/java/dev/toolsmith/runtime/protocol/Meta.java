package dev.toolsmith.runtime.protocol;

/** The members of a request's {@code _meta} that the protocol defines (MCP 2026-07-28, General fields). */
final class Meta {

    static final String PROTOCOL_VERSION = "io.modelcontextprotocol/protocolVersion";
    static final String CLIENT_CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
    static final String CLIENT_INFO = "io.modelcontextprotocol/clientInfo";
    static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";

    private Meta() {}

    static RawObject of(Message.Request request) {
        return request.params().object("_meta").orElse(RawObject.EMPTY);
    }

    /** What the client calls itself in a modern request; empty when it does not say. */
    static String clientName(Message.Request request) {
        RawObject info = of(request).object(CLIENT_INFO).orElse(RawObject.EMPTY);
        return info.string("name").orElse("");
    }
}
