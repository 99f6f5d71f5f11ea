package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.account.AccountProbe;
import dev.toolsmith.platform.account.HostedApi.AccountCheck;
import dev.toolsmith.platform.audit.AuditEvent.Outcome;
import dev.toolsmith.platform.audit.AuditEvent.Subject;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.vault.Mac;
import dev.toolsmith.platform.versions.AppVersion;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.tool.UpstreamAnswer;
import dev.toolsmith.runtime.upstream.CallTerms;
import dev.toolsmith.runtime.upstream.PreparedCall;
import dev.toolsmith.runtime.upstream.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Asks APIs whose credential it is, with the same rows in the trail as any call, and with no limits. */
public final class AuditedProbe implements AccountProbe {

    private final CallRows rows;
    private final HostedTools tools;
    private final CallFacts facts;
    private final Clock clock;

    /** A probe of the APIs of these tools. */
    public AuditedProbe(Store store, HostedTools tools, Mac arguments, Executor threads, Clock clock) {
        this.rows = new CallRows(store, threads);
        this.tools = tools;
        this.facts = new CallFacts(arguments);
        this.clock = clock;
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
        ToolCall call = new ToolCall(
                tool.get().name(),
                "{}".getBytes(StandardCharsets.UTF_8),
                CallOrigin.UNKNOWN,
                new CompletableFuture<>());
        Subject subject = new Subject("", connection.id(), "", "", Actor.SYSTEM.id(), "");
        CallTrail trail = new CallTrail(rows, clock, facts, subject, call);
        return version.get()
                .upstream()
                .call(
                        call,
                        new CallTerms(
                                tool.get(),
                                Optional.of(() -> Optional.of(credential)),
                                (prepared, proceed) -> recorded(trail, prepared, proceed)));
    }

    private static CompletableFuture<ToolResult> recorded(
            CallTrail trail, PreparedCall prepared, Supplier<CompletableFuture<ToolResult>> proceed) {
        trail.read(prepared.arguments(), ScopeCheck.needed(prepared.tool(), prepared.arguments()));
        return trail.intent().thenCompose(durable -> durable ? asked(trail, proceed) : unaudited());
    }

    private static CompletableFuture<ToolResult> unaudited() {
        return CompletableFuture.completedFuture(
                Refused.unauditedBeforeSending().result());
    }

    private static CompletableFuture<ToolResult> asked(
            CallTrail trail, Supplier<CompletableFuture<ToolResult>> proceed) {
        return proceed.get().thenCompose(result -> {
            Outcome outcome = new Outcome(
                    "allowed",
                    result.code(),
                    result.upstream().map(UpstreamAnswer::status).orElse(0),
                    result.upstream().map(UpstreamAnswer::requestId).orElse(""),
                    trail.millis(),
                    result.upstream().map(UpstreamAnswer::bytes).orElse(0L));
            return trail.outcome(outcome).thenApply(durable -> result);
        });
    }
}
