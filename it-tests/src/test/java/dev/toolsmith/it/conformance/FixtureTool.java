package dev.toolsmith.it.conformance;

import dev.toolsmith.runtime.tool.MirroredArgument;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A tool that the suite knows by its name.
 *
 * @param listed what the list says of it, one JSON object
 * @param mirrored the arguments that clients repeat in header fields
 * @param behaviour what a call does
 */
record FixtureTool(
        String name,
        String listed,
        List<MirroredArgument> mirrored,
        Function<ToolCall, CompletableFuture<ToolResult>> behaviour) {

    private static final String NO_ARGUMENTS = "{\"type\":\"object\",\"properties\":{}}";

    /** A tool without arguments. */
    static FixtureTool of(String name, Function<ToolCall, CompletableFuture<ToolResult>> behaviour) {
        return of(name, NO_ARGUMENTS, behaviour);
    }

    static FixtureTool of(
            String name, String inputSchema, Function<ToolCall, CompletableFuture<ToolResult>> behaviour) {
        return new FixtureTool(name, listed(name, inputSchema), List.of(), behaviour);
    }

    FixtureTool mirroring(MirroredArgument... arguments) {
        return new FixtureTool(name, listed, List.of(arguments), behaviour);
    }

    ToolDescriptor descriptor() {
        return new ToolDescriptor(name, "GET", "/" + name, "get", "read", List.of("suite"), true, List.of(), 0, 0);
    }

    private static String listed(String name, String inputSchema) {
        return "{\"name\":\"" + name + "\",\"description\":\"Does what its name says.\",\"inputSchema\":" + inputSchema
                + "}";
    }
}
