package dev.toolsmith.runtime.tool;

import java.util.List;

/**
 * An argument that clients repeat in an HTTP header field, for whoever stands between them and the server (MCP 2026-07-28,
 * Custom Headers from Tool Parameters).
 *
 * @param header the name that the argument's schema gives in {@code x-mcp-header}; the field is {@code Mcp-Param-} and this
 * @param path the names of the properties that lead to the argument, which is a string, an integer or a boolean
 */
public record MirroredArgument(String header, List<String> path) {

    public MirroredArgument {
        path = List.copyOf(path);
        if (header.isEmpty() || path.isEmpty()) {
            throw new IllegalArgumentException("A mirrored argument has a header and a path.");
        }
    }

    /** The name of the header field. */
    public String field() {
        return "Mcp-Param-".concat(header);
    }
}
