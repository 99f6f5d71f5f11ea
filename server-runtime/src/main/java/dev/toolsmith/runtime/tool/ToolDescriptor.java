package dev.toolsmith.runtime.tool;

import java.util.List;

/**
 * What a server knows of a tool without loading its class or schema: one row of a bundle's {@code index.json}.
 *
 * @param name the tool's name
 * @param method HTTP method, upper case
 * @param path path template
 * @param kind method kind
 * @param toolClass what a method filter calls it: read, write or custom
 * @param tags at least one
 * @param tag the one of them that the tool is listed under
 * @param reads whether a call leaves everything as it was
 * @param scopes OAuth scopes that a call needs, all of them
 * @param listedOffset where the tool's finished object stands in {@code catalogue.json}, in bytes
 * @param listedLength how many bytes it has
 */
public record ToolDescriptor(
        String name,
        String method,
        String path,
        String kind,
        String toolClass,
        List<String> tags,
        String tag,
        boolean reads,
        List<String> scopes,
        int listedOffset,
        int listedLength) {
    public ToolDescriptor {
        tags = List.copyOf(tags);
        scopes = List.copyOf(scopes);
    }

    /** A tool that is listed under its first tag. */
    public ToolDescriptor(
            String name,
            String method,
            String path,
            String kind,
            String toolClass,
            List<String> tags,
            boolean reads,
            List<String> scopes,
            int listedOffset,
            int listedLength) {
        this(name, method, path, kind, toolClass, tags, tags.get(0), reads, scopes, listedOffset, listedLength);
    }
}
