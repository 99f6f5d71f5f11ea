package dev.toolsmith.platform.hosting;

import dev.toolsmith.runtime.discovery.DiscoveryTools;
import dev.toolsmith.runtime.discovery.ToolSearch;
import dev.toolsmith.runtime.tool.ListChanges;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolCaller;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.tool.UnknownToolException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The tools of a server as its configuration shows them at the moment a caller asks: as they are, or found by three tools in
 * place of them. Calls of the server's own tools go the same way in both cases.
 */
final class ExposedTools implements ToolList, ToolCaller {

    private final Access access;
    private final ToolList offered;
    private final ToolCaller caller;
    private final Function<ToolCall, CompletableFuture<Boolean>> unknown;
    private final DiscoveryTools discovery;

    /**
     * The tools of one caller.
     *
     * @param offered all that it may call
     * @param caller carries out calls of those
     * @param unknown records a call that names nothing that is shown, and tells whether the record is durable
     */
    ExposedTools(
            Access access,
            ToolList offered,
            ToolCaller caller,
            Function<ToolCall, CompletableFuture<Boolean>> unknown,
            ToolSearch search) {
        this.access = access;
        this.offered = offered;
        this.caller = caller;
        this.unknown = unknown;
        this.discovery = new DiscoveryTools(offered, caller, search);
    }

    private ToolList shown() {
        return access.findsTools() ? discovery : offered;
    }

    @Override
    public List<ToolDescriptor> tools() {
        return shown().tools();
    }

    @Override
    public ListedTool listed(ToolDescriptor tool) {
        return shown().listed(tool);
    }

    @Override
    public ListedTool listing() {
        return shown().listing();
    }

    @Override
    public CompletableFuture<Listing> currentListing() {
        return shown().currentListing();
    }

    @Override
    public Optional<ListChanges> changes() {
        return offered.changes();
    }

    @Override
    public CompletableFuture<ToolResult> call(ToolCall call) {
        if (!access.findsTools()) {
            return caller.call(call);
        }
        boolean isShown =
                discovery.tools().stream().anyMatch(tool -> tool.name().equals(call.name()));
        CompletableFuture<ToolResult> result = discovery.call(call);
        return isShown ? result : result.exceptionallyCompose(fault -> recorded(call, fault));
    }

    /** A call of what is not shown never comes to the path on which other calls are recorded. */
    private CompletableFuture<ToolResult> recorded(ToolCall call, Throwable fault) {
        Throwable why = fault.getCause() != null ? fault.getCause() : fault;
        return why instanceof UnknownToolException
                ? unknown.apply(call)
                        .thenCompose(durable -> durable
                                ? CompletableFuture.failedFuture(why)
                                : CompletableFuture.completedFuture(
                                        Refused.unauditedBeforeSending().result()))
                : CompletableFuture.failedFuture(fault);
    }
}
