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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * The tools of a server as its configuration shows them at the moment a caller asks: as they are, or found by three tools in
 * place of them. Calls of the server's own tools go the same way in both cases.
 */
final class ExposedTools implements ToolList, ToolCaller {

    private final Access access;
    private final ToolList offered;
    private final ToolCaller caller;
    private final CallParts parts;
    private final Function<ToolCall, CallTrail> trails;
    private final ToolSearch search;
    private final DiscoveryTools discovery;

    /**
     * The tools of one caller.
     *
     * @param offered all that it may call
     * @param caller carries out calls of those, and records them
     * @param trails the rows of a call that never comes to those
     */
    ExposedTools(
            Access access,
            ToolList offered,
            ToolCaller caller,
            CallParts parts,
            Function<ToolCall, CallTrail> trails,
            ToolSearch search) {
        this.access = access;
        this.offered = offered;
        this.caller = caller;
        this.parts = parts;
        this.trails = trails;
        this.search = search;
        this.discovery = new DiscoveryTools(offered, caller, search, parts.threads());
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
        return switch (call.name()) {
            case DiscoveryTools.SEARCH, DiscoveryTools.SCHEMA -> unsent(call).answered(() -> discovery.call(call));
            case DiscoveryTools.CALL -> handedOn(call);
            default -> discovery.call(call).exceptionallyCompose(fault -> recorded(call, fault));
        };
    }

    private UnsentCall unsent(ToolCall call) {
        return new UnsentCall(parts, trails.apply(call), access);
    }

    /** A call that is handed on is recorded under the name of the tool that is meant; one that is not, under its own. */
    private CompletableFuture<ToolResult> handedOn(ToolCall call) {
        AtomicBoolean isHandedOn = new AtomicBoolean();
        ToolCaller noting = meant -> {
            isHandedOn.set(true);
            return isOffered(meant.name())
                    ? caller.call(meant)
                    : unsent(meant).ofNoTool(new UnknownToolException(meant.name(), Optional.empty()));
        };
        return new DiscoveryTools(offered, noting, search, parts.threads())
                .call(call)
                .thenCompose(result -> isHandedOn.get()
                        ? CompletableFuture.completedFuture(result)
                        : unsent(call).notUnderstood(result));
    }

    /** A call of what is not shown never comes to the path on which other calls are recorded. */
    private CompletableFuture<ToolResult> recorded(ToolCall call, Throwable fault) {
        Throwable why = fault.getCause() != null ? fault.getCause() : fault;
        return why instanceof UnknownToolException unknown
                ? unsent(call).unknown(unknown)
                : CompletableFuture.failedFuture(fault);
    }

    private boolean isOffered(String name) {
        return offered.tools().stream().anyMatch(tool -> tool.name().equals(name));
    }
}
