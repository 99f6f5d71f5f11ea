package dev.toolsmith.generator.emit;

import java.util.List;

/**
 * What the generated {@code Main} starts.
 *
 * @param name the server's name, such as {@code attio-mcp-server}
 * @param version the server's version
 * @param extensions binary names of classes with a public constructor without parameters, which implement the
 *     runtime's {@code ServerExtension}; called in this order
 */
public record ServerMain(String name, String version, List<String> extensions) {
    public ServerMain {
        extensions = List.copyOf(extensions);
    }
}
