package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.ToolList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Answers {@code tools/list} with the bytes that the generator finished, or those that were made for an account; all tools
 * are on one page.
 */
final class ToolsListHandler implements MethodHandler {

    private final ToolList tools;

    ToolsListHandler(ToolList tools) {
        this.tools = tools;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        if (!isFirstPage(exchange)) {
            return CompletableFuture.completedFuture(Reply.Failure.invalidParams("Invalid cursor"));
        }
        CompletableFuture<ToolList.Listing> listing = tools.currentListing();
        return listing.isDone()
                ? CompletableFuture.completedFuture(reply(exchange, listing.join()))
                : listing.thenApply(now -> reply(exchange, now));
    }

    private static Reply reply(Exchange exchange, ToolList.Listing listing) {
        ToolList.ListedTool tools = listing.tools();
        JsonBytes members = new JsonBytes(tools.length() + 64)
                .json("\"tools\":[")
                .jsonOnOneLine(tools.bytes(), tools.offset(), tools.length())
                .json("]");
        if (exchange.era() == Era.MODERN) {
            members.json(",").json(listing.meta().isPresent() ? ModernRules.NO_CACHING : ModernRules.CACHING);
        }
        JsonBytes meta = new JsonBytes(64);
        if (listing.meta().isPresent()) {
            Meta.append(meta, listing.meta().get());
        }
        return new Reply.Result(members.toBytes(), meta.toBytes(), Optional.empty());
    }

    /** This server hands out no cursors, so only the ways to ask for the first page are right. */
    static boolean isFirstPage(Exchange exchange) {
        Optional<RawValue> cursor = exchange.params().get("cursor");
        return cursor.isEmpty()
                || cursor.get().isNull()
                || (cursor.get().isString() && cursor.get().text().isEmpty());
    }
}
