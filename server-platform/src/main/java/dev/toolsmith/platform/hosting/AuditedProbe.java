package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.account.AccountProbe;
import dev.toolsmith.platform.account.HostedApi.AccountCheck;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.vault.Mac;
import dev.toolsmith.platform.versions.AppVersion;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.upstream.CallTerms;
import dev.toolsmith.runtime.upstream.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Asks APIs whose credential it is, with the same rows in the trail as any call, and with no limits. */
public final class AuditedProbe implements AccountProbe {

    private final HostedTools tools;
    private final OwnCalls calls;

    /** A probe of the APIs of these tools. */
    public AuditedProbe(Store store, HostedTools tools, Mac arguments, Executor threads, Clock clock) {
        this.tools = tools;
        this.calls = new OwnCalls(new CallRows(store, threads), new CallFacts(arguments), clock);
    }

    @Override
    public CompletableFuture<ToolResult> ask(Connection connection, Secret credential) {
        Optional<AppVersion> version = tools.versions().newest(connection.app());
        Optional<BundledTool> tool = version.flatMap(one -> one.api()
                .check()
                .map(AccountCheck::tool)
                .flatMap(name -> one.tools().find(name)));
        if (version.isEmpty() || tool.isEmpty()) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("The app " + connection.app() + " has no tool to look at a credential"));
        }
        ToolCall call = OwnCalls.call(tool.get().name(), "{}".getBytes(StandardCharsets.UTF_8));
        CallTrail trail = calls.trail(connection, call);
        return version.get()
                .upstream()
                .call(
                        call,
                        CallTerms.of(tool.get())
                                .withCredential(() -> Optional.of(credential))
                                .withStep((prepared, proceed) -> OwnCalls.recorded(
                                                trail, prepared, proceed, result -> false)
                                        .thenApply(OwnCalls.Ended::result)));
    }
}
