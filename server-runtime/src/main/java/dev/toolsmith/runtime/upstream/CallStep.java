package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.tool.ToolResult;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Something that stands between an accepted call and its sending: scopes, limits, an audit trail. */
@FunctionalInterface
public interface CallStep {

    /**
     * Goes around the rest of a call.
     *
     * @param proceed carries on with the next step, and at last sends; to be asked at most once, and not at all when the
     *     call is refused here
     */
    CompletableFuture<ToolResult> around(PreparedCall call, Supplier<CompletableFuture<ToolResult>> proceed);
}
