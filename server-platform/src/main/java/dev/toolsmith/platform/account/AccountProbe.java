package dev.toolsmith.platform.account;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.upstream.Secret;
import java.util.concurrent.CompletableFuture;

/** Asks an API whose a credential is, with the tool that its {@link HostedApi.AccountCheck} names. */
@FunctionalInterface
public interface AccountProbe {

    /**
     * Makes that one call, recorded like any other.
     *
     * @param connection which API, and what the record names; need not be kept yet
     * @param credential what to ask about
     */
    CompletableFuture<ToolResult> ask(Connection connection, Secret credential);
}
