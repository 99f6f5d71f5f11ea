package dev.toolsmith.sdk;

import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolCaller;
import dev.toolsmith.runtime.tool.ToolList;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Generated tools as tool specifications of the MCP Java SDK, for teams that already run a server of the SDK, of Spring AI
 * or of Quarkus. Listing is the generated catalogue's; validation and upstream calls are those of the tool caller, so
 * switch the SDK's own input validation off ({@code validateToolInputs(false)}): it knows only the listed schemas.
 *
 * <p>Logging stays the application's. At the level DEBUG, {@code org.eclipse.jetty} writes the headers of calls with the
 * API's credential in them, and {@code io.modelcontextprotocol} every message; Logback without a configuration logs at DEBUG.
 * Keep both at INFO.
 */
public final class SdkTools {

    /** One thread for all answers: those that the SDK gets from several at once, on a busy machine, end its session. */
    private static final Scheduler ANSWERS = Schedulers.single();

    private final List<Tool> tools;
    private final ToolCaller caller;
    private final SdkJson json;

    private SdkTools(List<Tool> tools, ToolCaller caller, SdkJson json) {
        this.tools = List.copyOf(tools);
        this.caller = caller;
        this.json = json;
    }

    /** The tools that a list offers, carried out by a caller. */
    public static SdkTools of(ToolList offered, ToolCaller caller) {
        SdkJson json = new SdkJson();
        List<Tool> tools = offered.tools().stream()
                .map(tool -> json.tool(offered.listed(tool)))
                .toList();
        return new SdkTools(tools, caller, json);
    }

    /** The mapper for the SDK's server and transport, so that numbers reach the API as clients sent them. */
    public McpJsonMapper mapper() {
        return json.mapper();
    }

    /** For {@code McpServer.async} with a transport that keeps sessions. */
    public List<McpServerFeatures.AsyncToolSpecification> async() {
        return tools.stream()
                .map(tool -> new McpServerFeatures.AsyncToolSpecification(
                        tool, (exchange, request) -> call(request, origin(exchange))))
                .toList();
    }

    /** For {@code McpServer.sync} with a transport that keeps sessions; a call holds its thread until it is answered. */
    public List<McpServerFeatures.SyncToolSpecification> sync() {
        return tools.stream()
                .map(tool -> new McpServerFeatures.SyncToolSpecification(
                        tool, (exchange, request) -> answered(call(request, origin(exchange.getClientInfo())))))
                .toList();
    }

    /** For {@code McpServer.async} with a stateless transport. */
    public List<McpStatelessServerFeatures.AsyncToolSpecification> statelessAsync() {
        return tools.stream()
                .map(tool -> new McpStatelessServerFeatures.AsyncToolSpecification(
                        tool, (context, request) -> call(request, CallOrigin.UNKNOWN)))
                .toList();
    }

    /** For {@code McpServer.sync} with a stateless transport; a call holds its thread until it is answered. */
    public List<McpStatelessServerFeatures.SyncToolSpecification> statelessSync() {
        return tools.stream()
                .map(tool -> new McpStatelessServerFeatures.SyncToolSpecification(
                        tool, (context, request) -> answered(call(request, CallOrigin.UNKNOWN))))
                .toList();
    }

    private Mono<CallToolResult> call(CallToolRequest request, CallOrigin origin) {
        return Mono.defer(() -> {
            CompletableFuture<Void> cancelled = new CompletableFuture<>();
            Map<String, Object> arguments =
                    Optional.ofNullable(request.arguments()).orElse(Map.of());
            ToolCall call = new ToolCall(request.name(), json.bytes(arguments), origin, cancelled);
            return Mono.fromFuture(caller.call(call))
                    .publishOn(ANSWERS)
                    .map(json::result)
                    .doOnCancel(() -> cancelled.complete(null));
        });
    }

    private static CallToolResult answered(Mono<CallToolResult> call) {
        return Optional.ofNullable(call.block())
                .orElseThrow(() -> new IllegalStateException("A call ended without a result"));
    }

    private static CallOrigin origin(McpAsyncServerExchange exchange) {
        return origin(exchange.getClientInfo());
    }

    private static CallOrigin origin(Implementation client) {
        return Optional.ofNullable(client)
                .map(info -> new CallOrigin(info.name(), info.version(), ""))
                .orElse(CallOrigin.UNKNOWN);
    }
}
