package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.limits.Turn;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.tool.UnknownToolException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call that a server answers by what it knows of its tools: counted among the server's calls and recorded as they are,
 * by one row, as nothing is sent.
 */
final class UnsentCall {

    private final CallParts parts;
    private final CallTrail trail;
    private final Access access;

    UnsentCall(CallParts parts, CallTrail trail, Access access) {
        this.parts = parts;
        this.trail = trail;
        this.access = access;
    }

    CompletableFuture<ToolResult> answered(Supplier<CompletableFuture<ToolResult>> work) {
        return counted(() -> worked(work));
    }

    /** A call of no tool that the server offers; counted, as whoever is told looks up which ones are close. */
    CompletableFuture<ToolResult> ofNoTool(UnknownToolException why) {
        return counted(() -> unknown(why));
    }

    /** Records that there is no such tool. */
    CompletableFuture<ToolResult> unknown(UnknownToolException why) {
        return trail.refused("unknown_tool")
                .thenCompose(durable -> durable
                        ? CompletableFuture.failedFuture(why)
                        : CompletableFuture.completedFuture(
                                Refused.unauditedBeforeSending().result()));
    }

    private CompletableFuture<ToolResult> counted(Supplier<CompletableFuture<ToolResult>> answer) {
        return observed(() -> {
            Optional<Refused> no = closed().or(this::limited);
            return no.isPresent() ? refused(no.get()) : answer.get();
        });
    }

    /** The answer to arguments that name no call. */
    CompletableFuture<ToolResult> notUnderstood(ToolResult said) {
        return observed(() -> refused(said));
    }

    private CompletableFuture<ToolResult> observed(Supplier<CompletableFuture<ToolResult>> answer) {
        parts.observer().began(access.live().server().id());
        return answer.get().whenComplete((result, fault) -> trail.tell(parts.observer()));
    }

    private Optional<Refused> closed() {
        return access.isOver(parts.clock().instant(), parts.apiTokens())
                ? Optional.of(Refused.overBeforeSending())
                : GuardedCall.closed(parts, access);
    }

    private Optional<Refused> limited() {
        Optional<Turn.Denied> denied = parts.limits().passUnsent(access.live().server());
        return denied.map(why -> new Refused(why.reason(), why.message(), why.limit()));
    }

    private CompletableFuture<ToolResult> worked(Supplier<CompletableFuture<ToolResult>> work) {
        CompletableFuture<ToolResult> result;
        try {
            result = work.get();
        } catch (RuntimeException e) {
            result = CompletableFuture.failedFuture(e);
        }
        return result.handle(Came::new).thenCompose(came -> ended(came.result(), came.fault()));
    }

    /** A result, or else why there is none. */
    private record Came(
            @Nullable ToolResult result, @Nullable Throwable fault) {}

    private CompletableFuture<ToolResult> ended(@Nullable ToolResult result, @Nullable Throwable fault) {
        if (result == null) {
            return broke(fault == null ? new IllegalStateException("A call had no result") : fault);
        }
        if (result.code().equals(Refused.INVALID_ARGUMENTS)) {
            return refused(result);
        }
        Optional<Refused> closed = closed();
        String reason = closed.map(Refused::reason).orElse(result.code());
        return trail.came(closed.isPresent(), reason, Optional.empty())
                .thenApply(durable -> durable
                        ? closed.map(Refused::result).orElse(result)
                        : Refused.unauditedAfterSending(true).result());
    }

    private CompletableFuture<ToolResult> broke(Throwable fault) {
        @Nullable Throwable cause = fault.getCause();
        Throwable why = fault instanceof CompletionException && cause != null ? cause : fault;
        return trail.broke().thenCompose(durable -> CompletableFuture.failedFuture(why));
    }

    private CompletableFuture<ToolResult> refused(Refused why) {
        return trail.refused(why.reason())
                .thenApply(durable -> (durable ? why : Refused.unauditedBeforeSending()).result());
    }

    private CompletableFuture<ToolResult> refused(ToolResult said) {
        return trail.refused(said.code())
                .thenApply(durable ->
                        durable ? said : Refused.unauditedBeforeSending().result());
    }
}
