package dev.toolsmith.runtime.tool;

import java.util.concurrent.CompletableFuture;

/** Carries out calls: validates, sends, shapes. What transports hand a call to. */
public interface ToolCaller {

    /**
     * Carries out one call without blocking the caller for longer than validation takes.
     *
     * @return completes with a result in every case a model can act on; completes exceptionally with
     *     {@link UnknownToolException} when there is no such tool, and with anything else only for a fault of our own
     */
    CompletableFuture<ToolResult> call(ToolCall call);
}
