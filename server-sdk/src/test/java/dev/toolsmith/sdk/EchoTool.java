package dev.toolsmith.sdk;

import dev.toolsmith.runtime.tool.RateLimit;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolCaller;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** One tool that answers with its arguments after some milliseconds, and says how many calls are left. */
final class EchoTool implements ToolList, ToolCaller {

    private static final byte[] LISTED = ("{\"name\":\"echo\",\"title\":\"Echo\",\"description\":\"Echoes.\","
                    + "\"inputSchema\":{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"number\"}}},"
                    + "\"annotations\":{\"readOnlyHint\":true,\"destructiveHint\":false,\"idempotentHint\":true,"
                    + "\"openWorldHint\":false}}")
            .getBytes(StandardCharsets.UTF_8);

    @Override
    public List<ToolDescriptor> tools() {
        return List.of(new ToolDescriptor(
                "echo", "GET", "/echo", "get", "read", List.of("all"), true, List.of(), 0, LISTED.length));
    }

    @Override
    public ListedTool listed(ToolDescriptor tool) {
        return new ListedTool(LISTED, 0, LISTED.length);
    }

    @Override
    public CompletableFuture<ToolResult> call(ToolCall call) {
        Executor later = CompletableFuture.delayedExecutor(call.arguments().length % 5, TimeUnit.MILLISECONDS);
        ToolResult result = ToolResult.of(call.arguments()).limitedBy(Optional.of(new RateLimit(25, 7, 1)));
        return CompletableFuture.supplyAsync(() -> result, later);
    }
}
