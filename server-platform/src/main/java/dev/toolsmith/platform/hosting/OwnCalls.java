package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.audit.AuditEvent.Subject;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.upstream.PreparedCall;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls of accounts' APIs that nobody asked for but the platform itself. They have the same rows in the trail as any call. */
record OwnCalls(CallRows rows, CallFacts facts, Clock clock) {

    /**
     * What came of one.
     *
     * @param over whether its result is not to be used any more
     * @param recorded whether the trail tells what came of it
     */
    record Ended(ToolResult result, boolean over, boolean recorded) {}

    /** A call without a client. */
    static ToolCall call(String tool, byte[] arguments) {
        return new ToolCall(tool, arguments, CallOrigin.UNKNOWN, new CompletableFuture<>());
    }

    /** The rows of such a call. */
    CallTrail trail(Connection connection, ToolCall call) {
        Subject subject = new Subject("", connection.id(), "", "", Actor.SYSTEM.id(), "");
        return new CallTrail(rows, clock, facts, subject, call);
    }

    /**
     * Sends a call once it is recorded that it will be, and records what came of it.
     *
     * @param isOver asked when its result has come: whether that is not to be used any more
     */
    static CompletableFuture<Ended> recorded(
            CallTrail trail,
            PreparedCall prepared,
            Supplier<CompletableFuture<ToolResult>> proceed,
            Predicate<ToolResult> isOver) {
        trail.read(prepared.arguments(), ScopeCheck.needed(prepared.tool(), prepared.arguments()));
        return trail.intent().thenCompose(durable -> durable ? sent(trail, proceed, isOver) : unsent());
    }

    private static CompletableFuture<Ended> unsent() {
        return CompletableFuture.completedFuture(
                new Ended(Refused.unauditedBeforeSending().result(), false, true));
    }

    private static CompletableFuture<Ended> sent(
            CallTrail trail, Supplier<CompletableFuture<ToolResult>> proceed, Predicate<ToolResult> isOver) {
        CompletableFuture<ToolResult> result;
        try {
            result = proceed.get();
        } catch (RuntimeException e) {
            result = CompletableFuture.failedFuture(e);
        }
        return result.handle(Came::new).thenCompose(came -> ended(trail, came, isOver));
    }

    /** A result, or else why there is none. */
    private record Came(
            @Nullable ToolResult result, @Nullable Throwable fault) {}

    private static CompletableFuture<Ended> ended(CallTrail trail, Came came, Predicate<ToolResult> isOver) {
        ToolResult result = came.result();
        if (result == null) {
            Throwable why = came.fault() == null ? new IllegalStateException("A call had no result") : came.fault();
            return trail.broke().thenCompose(durable -> CompletableFuture.failedFuture(why));
        }
        boolean over = isOver.test(result);
        String reason = over ? Refused.REVOKED_IN_FLIGHT : result.code();
        return trail.came(over, reason, result.upstream()).thenApply(durable -> new Ended(result, over, durable));
    }
}
