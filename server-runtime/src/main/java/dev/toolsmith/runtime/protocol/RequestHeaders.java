package dev.toolsmith.runtime.protocol;

import java.util.Optional;

/**
 * The HTTP header fields that repeat what a message says (MCP 2026-07-28, Request Metadata).
 *
 * @param protocolVersion {@code MCP-Protocol-Version}
 * @param method {@code Mcp-Method}
 * @param name {@code Mcp-Name}, as it was sent
 */
public record RequestHeaders(Optional<String> protocolVersion, Optional<String> method, Optional<String> name) {}
