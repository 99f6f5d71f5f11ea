package dev.toolsmith.runtime.discovery;

import dev.toolsmith.runtime.tool.ListChanges;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolCaller;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import dev.toolsmith.runtime.tool.ToolResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Offers three tools in place of many: {@code search_tools}, {@code get_tool_schema} and {@code call_tool}. What may be
 * found, read and called is what the other list offers at that moment, as it is for its account; {@code call_tool} hands a
 * call on under the name of the tool that is meant, so that all that looks at calls sees that tool. Safe for many threads.
 */
public final class DiscoveryTools implements ToolList, ToolCaller {

    /** The tool that finds tools. */
    public static final String SEARCH = DiscoveryText.SEARCH;

    /** The tool that describes tools. */
    public static final String SCHEMA = DiscoveryText.SCHEMA;

    /** The tool that calls tools. */
    public static final String CALL = DiscoveryText.CALL;

    static final String HINT =
            "The tools that are named here are found by search_tools, described by get_tool_schema and"
                    + " called by call_tool.";

    private final ToolList offered;
    private final ToolCaller calls;

    /**
     * Three tools for one caller.
     *
     * @param offered the tools that are to be found, as that caller is offered them
     * @param caller carries out calls of theirs
     * @param search may be shared with other callers
     */
    public DiscoveryTools(ToolList offered, ToolCaller caller, ToolSearch search) {
        this(offered, caller, search, new CompletableFuture<Void>().defaultExecutor());
    }

    /**
     * The same on given threads.
     *
     * @param threads search and describe there, as an index may have to be made first
     */
    public DiscoveryTools(ToolList offered, ToolCaller caller, ToolSearch search, Executor threads) {
        this.offered = offered;
        this.calls = new DiscoveryCalls(offered, caller, search, threads);
    }

    /** Words that name tools, with how those are called. */
    public static String introduced(String words) {
        return words.isEmpty() ? HINT : HINT.concat(" ").concat(words);
    }

    @Override
    public List<ToolDescriptor> tools() {
        return DiscoveryListing.tools(offered.tools());
    }

    @Override
    public ListedTool listed(ToolDescriptor tool) {
        return DiscoveryListing.listed(tool.name(), offered.tools());
    }

    /** Those of the list behind: schemas that a client has read may be others then. */
    @Override
    public Optional<ListChanges> changes() {
        return offered.changes();
    }

    @Override
    public CompletableFuture<ToolResult> call(ToolCall call) {
        return calls.call(call);
    }
}
