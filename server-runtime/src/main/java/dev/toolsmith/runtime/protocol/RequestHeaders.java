package dev.toolsmith.runtime.protocol;

import java.util.List;
import java.util.Optional;

/**
 * The HTTP header fields that repeat what a message says (MCP 2026-07-28, Request Metadata).
 *
 * @param protocolVersion {@code MCP-Protocol-Version}
 * @param method {@code Mcp-Method}
 * @param name {@code Mcp-Name}, as it was sent
 * @param others the other fields, by their names
 */
public record RequestHeaders(
        Optional<String> protocolVersion, Optional<String> method, Optional<String> name, Fields others) {

    /** Header fields by name. */
    @FunctionalInterface
    public interface Fields {

        /** The values of a field in the order they were sent; names are the same in upper and lower case. */
        List<String> values(String name);
    }

    /** Without other fields. */
    public RequestHeaders(Optional<String> protocolVersion, Optional<String> method, Optional<String> name) {
        this(protocolVersion, method, name, field -> List.of());
    }
}
