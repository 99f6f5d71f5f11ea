package dev.toolsmith.runtime.account;

import dev.toolsmith.runtime.tool.ToolResult;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/** Calls an account's API for the server itself, on the path that all calls take. */
@FunctionalInterface
public interface AccountReads {

    /**
     * Calls a tool that changes nothing. Other uses of the account may wait for the same answer, so that it does not end
     * with the use that it began for; a result whose code is {@code cancelled} or {@code stopped} is taken for none.
     *
     * @return completes with the API's whole answer, not with a page of it
     */
    CompletableFuture<ToolResult> read(String tool, ObjectNode arguments);
}
