package dev.toolsmith.runtime.discovery;

import dev.toolsmith.runtime.discovery.GivenArguments.WrongArgumentsException;
import dev.toolsmith.runtime.text.ClosestNames;
import dev.toolsmith.runtime.tool.ListedTools;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolCaller;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import dev.toolsmith.runtime.tool.ToolList.Listing;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.tool.UnknownToolException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers calls of the three tools. Apart from their list, so that a server can tell that without loading this. */
final class DiscoveryCalls implements ToolCaller {

    private static final int FOUND_BY_DEFAULT = 5;

    private final ToolList offered;
    private final ToolCaller caller;
    private final ToolSearch search;
    private final Executor threads;

    DiscoveryCalls(ToolList offered, ToolCaller caller, ToolSearch search, Executor threads) {
        this.offered = offered;
        this.caller = caller;
        this.search = search;
        this.threads = threads;
    }

    @Override
    public CompletableFuture<ToolResult> call(ToolCall call) {
        try {
            return switch (call.name()) {
                case DiscoveryText.SEARCH -> searched(call);
                case DiscoveryText.SCHEMA -> described(call);
                case DiscoveryText.CALL -> called(call);
                default -> CompletableFuture.failedFuture(unknown(call.name()));
            };
        } catch (WrongArgumentsException e) {
            return CompletableFuture.completedFuture(e.result());
        }
    }

    private CompletableFuture<ToolResult> searched(ToolCall call) {
        GivenArguments given = GivenArguments.of(call, List.of("query", "limit"));
        String query = given.text("query");
        int limit = given.number("limit", 1, DiscoveryListing.MOST_FOUND, FOUND_BY_DEFAULT);
        return listing(now -> found(search.find(list(now), query, limit)));
    }

    private ToolResult found(FoundTools found) {
        return found.tools().isEmpty()
                ? ToolResult.failure("no_tool_found", nothing(found.unknown()), Optional.empty(), Optional.empty())
                : ToolResult.of(SearchAnswer.of(found));
    }

    private String nothing(List<String> unknown) {
        List<ToolDescriptor> tools = offered.tools();
        String why = unknown.isEmpty() ? "." : ": none knows " + DiscoveryText.cut(String.join(", ", unknown)) + ".";
        return tools.isEmpty()
                ? "No tool fits" + why
                : "No tool fits" + why + " There are tools for: " + DiscoveryListing.tags(tools)
                        + ". Say what is to be done to one of these, such as \"list "
                        + tools.get(0).tag()
                        + "\".";
    }

    private CompletableFuture<ToolResult> described(ToolCall call) {
        List<String> names =
                GivenArguments.of(call, List.of("tool_names")).toolNames("tool_names", DiscoveryListing.MOST_SCHEMAS);
        return listing(now -> {
            ToolResult told = described(new ArrayList<>(new LinkedHashSet<>(names)), list(now));
            return now.meta().map(told::withMeta).orElse(told);
        });
    }

    private ToolResult described(List<String> names, SearchedList list) {
        Map<String, ListedTool> listed = ListedTools.byName(list.listing());
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            if (!listed.containsKey(name)) {
                unknown.add(NamedTools.unknown(name, list, listed.keySet(), search));
            }
        }
        return unknown.size() == names.size()
                ? failure(String.join("\n", unknown))
                : ToolResult.of(SchemaAnswer.of(listed, names, unknown));
    }

    private CompletableFuture<ToolResult> called(ToolCall call) {
        GivenArguments given = GivenArguments.of(call, List.of("tool_name", "arguments"));
        String name = given.toolName("tool_name");
        given.hasObject("arguments");
        byte[] arguments = CallArguments.under("arguments", call.arguments());
        return caller.call(new ToolCall(name, arguments, call.origin(), call.cancelled(), call.client()))
                .exceptionallyCompose(failure -> failed(name, failure));
    }

    private CompletableFuture<ToolResult> failed(String name, Throwable failure) {
        @Nullable Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof UnknownToolException) {
            return listing(now -> failure(NamedTools.unknown(
                    name, list(now), ListedTools.byName(now.tools()).keySet(), search)));
        }
        return CompletableFuture.failedFuture(
                cause == null ? new IllegalStateException("A call came to nothing: " + name) : cause);
    }

    private static ToolResult failure(String message) {
        return ToolResult.failure("unknown_tool", message, Optional.empty(), Optional.empty());
    }

    private SearchedList list(Listing now) {
        return new SearchedList(offered.tools(), now.tools());
    }

    /** Work with the list as it is now; on another thread, as an index may have to be made first. */
    private CompletableFuture<ToolResult> listing(Function<Listing, ToolResult> work) {
        return offered.currentListing().thenApplyAsync(work, threads);
    }

    /** The same for tools that are offered behind the three, for hidden ones and for none. */
    private static UnknownToolException unknown(String name) {
        Optional<String> meant =
                ClosestNames.to(name, List.of(DiscoveryText.SEARCH, DiscoveryText.SCHEMA, DiscoveryText.CALL));
        return meant.isPresent()
                ? new UnknownToolException(name, meant)
                : UnknownToolException.calledBy(DiscoveryText.CALL, name);
    }
}
