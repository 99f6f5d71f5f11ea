package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.ToolList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers {@code tools/list} with the bytes that the generator finished; all tools are on one page. */
final class ToolsListHandler implements MethodHandler {

    private final ToolList tools;

    ToolsListHandler(ToolList tools) {
        this.tools = tools;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        Optional<RawValue> cursor = exchange.params().get("cursor");
        if (cursor.isPresent() && !isFirstPage(cursor.get())) {
            return CompletableFuture.completedFuture(Reply.Failure.invalidParams("Invalid cursor"));
        }
        ToolList.ListedTool listing = tools.listing();
        JsonBytes members = new JsonBytes(listing.length() + 64)
                .json("\"tools\":[")
                .jsonOnOneLine(listing.bytes(), listing.offset(), listing.length())
                .json("]");
        if (exchange.era() == Era.MODERN) {
            members.json(",").json(ModernRules.CACHING);
        }
        return CompletableFuture.completedFuture(Reply.Result.of(members));
    }

    /** This server hands out no cursors, so only the ways to ask for the first page are right. */
    private static boolean isFirstPage(RawValue cursor) {
        return cursor.isNull() || (cursor.isString() && cursor.text().isEmpty());
    }
}
