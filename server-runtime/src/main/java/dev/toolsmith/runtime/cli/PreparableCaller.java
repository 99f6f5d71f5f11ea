package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.tool.ToolCaller;
import dev.toolsmith.runtime.tool.ToolList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A caller whose making can be put off until it is needed. */
interface PreparableCaller extends ToolCaller, AutoCloseable {

    /** Begins to make what calls need, unless that has begun already; returns at once. */
    void prepare();

    /**
     * The offered tools with schemas that are exact for the accounts that calls are made for, as far as they are known.
     *
     * @return completes after a few seconds at most once calls are prepared; exceptionally when that fails
     */
    CompletableFuture<ToolList.Listing> currentListing();

    /** What is known of the account that an API is called with; fails when calls cannot be prepared. */
    CompletableFuture<Optional<Account>> account(String app);

    @Override
    void close();
}
