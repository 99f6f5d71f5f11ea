package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.account.HostedApi;
import dev.toolsmith.platform.audit.AuditEvent.Outcome;
import dev.toolsmith.platform.limits.Turn;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ConnectionState;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ServerConduct;
import dev.toolsmith.platform.versions.AppVersion;
import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.text.ClosestNames;
import dev.toolsmith.runtime.tool.InputRequiredException;
import dev.toolsmith.runtime.tool.MissingCapabilityException;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.tool.UnknownToolException;
import dev.toolsmith.runtime.tool.UsedAgreementException;
import dev.toolsmith.runtime.upstream.CallTerms;
import dev.toolsmith.runtime.upstream.OfferedNames;
import dev.toolsmith.runtime.upstream.PreparedCall;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call from its coming in to its answer: visible, valid, allowed by scopes and limits, recorded, sent, recorded,
 * answered. Whether the caller may still call is asked before it is sent, after, and once more before it is answered. No
 * thread waits; each part carries on where the one before ended.
 */
final class GuardedCall {

    private static final String ASKED_TO_CONFIRM = "asked_to_confirm";
    private static final String CANNOT_CONFIRM = "cannot_confirm";
    private static final String CONFIRMED_BEFORE = "confirmed_before";

    private final CallParts parts;
    private final HostedAccounts accounts;
    private final CallTrail trail;
    private final Access access;
    private final ToolCall call;
    private final HostedServer server;
    private final CompletableFuture<ToolResult> answer = new CompletableFuture<>();
    private volatile Optional<AppVersion> version = Optional.empty();
    private volatile @Nullable BundledTool tool;
    private volatile Turn.@Nullable Granted turn;
    private volatile boolean sent;
    private volatile boolean knowsAccount;
    private volatile long generation;

    GuardedCall(CallParts parts, HostedAccounts accounts, CallTrail trail, Access access, ToolCall call) {
        this.parts = parts;
        this.accounts = accounts;
        this.trail = trail;
        this.access = access;
        this.call = call;
        this.server = access.live().server();
    }

    CompletableFuture<ToolResult> answered() {
        parts.observer().began(server.id());
        CompletableFuture<ToolResult> result;
        try {
            result = begun();
        } catch (Throwable e) {
            result = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<?> unused =
                result.handle(Ended::new).thenCompose(this::withRow).whenComplete(this::finish);
        return answer;
    }

    private CompletableFuture<ToolResult> begun() {
        Optional<Connection> connection = parts.connections().current(server.connectionId());
        if (connection.isEmpty() || access.isOver(parts.clock().instant(), parts.apiTokens())) {
            return refused(Refused.overBeforeSending());
        }
        Optional<AppVersion> begunWith = parts.tools().version(connection.get().app(), server.config());
        version = begunWith;
        Optional<BundleTools> view =
                begunWith.flatMap(one -> one.left(server.config().selection()).tools());
        Optional<BundledTool> found = view.flatMap(tools -> tools.find(call.name()));
        if (begunWith.isEmpty() || found.isEmpty()) {
            return unknown(view);
        }
        Optional<Refused> closed = closed(connection.get());
        if (closed.isPresent()) {
            return refused(closed.get());
        }
        tool = found.get();
        generation = parts.connections().generation(connection.get().id());
        Optional<Account> account =
                accounts.of(connection.get(), begunWith.get()).filter(known -> known.concerns(found.get()));
        knowsAccount = account.isPresent();
        String connectionId = connection.get().id();
        CallTerms terms = CallTerms.of(found.get())
                .withCredential(parts.connections().credentialOf(connectionId))
                .withStep((prepared, proceed) -> around(prepared, begunWith.get(), proceed))
                .withMaySend(() -> !isOver(false) && !isOfOtherCredential())
                .withNames(OfferedNames.of(view.get()))
                .withShowing(showing(server.config().conduct()))
                .withPagesOf(connectionId);
        return begunWith
                .get()
                .upstream()
                .call(call, account.map(terms::withAccount).orElse(terms))
                .thenCompose(this::unlessClosed);
    }

    private static CallTerms.Showing showing(ServerConduct conduct) {
        return new CallTerms.Showing(conduct.view(), conduct.structured());
    }

    /** A connection that was paused or revoked while the account was read has no credential to send a call with. */
    private CompletableFuture<ToolResult> unlessClosed(ToolResult result) {
        return trail.hasRow() || !result.code().equals("no_credential")
                ? CompletableFuture.completedFuture(result)
                : closed().map(this::refused).orElseGet(() -> CompletableFuture.completedFuture(result));
    }

    private CompletableFuture<ToolResult> unknown(Optional<BundleTools> view) {
        List<String> names = view.map(tools ->
                        tools.tools().stream().map(ToolDescriptor::name).toList())
                .orElse(List.of());
        UnknownToolException unknown = new UnknownToolException(call.name(), ClosestNames.to(call.name(), names));
        return trail.refused("unknown_tool")
                .thenCompose(durable ->
                        durable ? CompletableFuture.failedFuture(unknown) : done(Refused.unauditedBeforeSending()));
    }

    private Optional<Refused> closed(Connection connection) {
        return closed(parts, access, connection);
    }

    private static Optional<Refused> closed(CallParts parts, Access access, Connection connection) {
        if (access.live().server().paused()) {
            return Optional.of(Refused.serverPaused());
        }
        return switch (connection.state()) {
            case ACTIVE, SUSPECT -> Optional.empty();
            case PAUSED -> Optional.of(Refused.connectionPaused());
            case REVOKED ->
                Optional.of(Refused.connectionRevoked(parts.publicBase().get(), connection.id()));
        };
    }

    private Optional<Refused> closed() {
        return closed(parts, access);
    }

    /** Why nothing is called for a caller at this moment. */
    static Optional<Refused> closed(CallParts parts, Access access) {
        return parts.connections()
                .current(access.live().server().connectionId())
                .map(connection -> closed(parts, access, connection))
                .orElseGet(() -> Optional.of(Refused.overBeforeSending()));
    }

    private Refused revoked() {
        return Refused.connectionRevoked(parts.publicBase().get(), server.connectionId());
    }

    /** The arguments are accepted. The account may have been read for that, so its state is looked at again. */
    private CompletableFuture<ToolResult> around(
            PreparedCall prepared, AppVersion begunWith, Supplier<CompletableFuture<ToolResult>> proceed) {
        Optional<Connection> current = parts.connections().current(server.connectionId());
        Optional<Refused> closed = closed();
        if (closed.isPresent() || current.isEmpty()) {
            return refused(closed.orElseGet(Refused::overBeforeSending));
        }
        Connection connection = current.get();
        BundledTool called = prepared.tool();
        List<String> needed = ScopeCheck.needed(called, prepared.arguments());
        trail.read(prepared.arguments(), needed);
        HostedApi api = begunWith.api();
        Optional<Refused> no = ScopeCheck.refusal(connection, called, needed, begunWith.usesScopes())
                .or(() -> parts.destinations().refusal(api, called, prepared.arguments()));
        if (no.isPresent()) {
            return refused(no.get());
        }
        return access.live()
                .server()
                .config()
                .conduct()
                .confirm()
                .step()
                .around(prepared, () -> agreed(connection, api, called, proceed));
    }

    /** Whoever has to agree has agreed. */
    private CompletableFuture<ToolResult> agreed(
            Connection connection, HostedApi api, BundledTool called, Supplier<CompletableFuture<ToolResult>> proceed) {
        Turn taken = parts.limits().take(server, connection, api, called);
        if (taken instanceof Turn.Denied denied) {
            return refused(new Refused(denied.reason(), denied.message(), denied.limit()));
        }
        turn = (Turn.Granted) taken;
        return trail.intent()
                .thenCompose(durable -> durable ? send(called, proceed) : done(Refused.unauditedBeforeSending()));
    }

    private CompletableFuture<ToolResult> send(BundledTool called, Supplier<CompletableFuture<ToolResult>> proceed) {
        boolean gone = call.cancelled().isDone();
        if (gone || isOver(false) || isOfOtherCredential()) {
            Refused why = gone ? Refused.clientGone() : Refused.overBeforeSending();
            return trail.outcome(Outcome.refused(why.reason(), trail.millis())).thenApply(durable -> why.result());
        }
        sent = true;
        CompletableFuture<ToolResult> result;
        try {
            result = proceed.get();
        } catch (Throwable e) {
            result = CompletableFuture.failedFuture(e);
        }
        return result.handle(Ended::new)
                .thenCompose(end -> end.result() != null ? came(called, end.result()) : broke(end.why()));
    }

    /** The API has answered, or could not be asked. */
    private CompletableFuture<ToolResult> came(BundledTool called, ToolResult result) {
        giveBack(result.code());
        boolean reads = called.descriptor().reads();
        boolean unauthorized = result.code().equals("unauthorized");
        if (!unauthorized && result.upstream().isPresent()) {
            parts.connections().answered(server.connectionId());
        }
        boolean stopped = result.code().equals(CallTerms.STOPPED);
        boolean over = stopped || isOver(unauthorized);
        String reason = call.cancelled().isDone() ? "client_gone" : over ? Refused.REVOKED_IN_FLIGHT : result.code();
        return trail.came(over, reason, result.upstream()).thenCompose(durable -> {
            if (!durable) {
                return done(Refused.unauditedAfterSending(reads));
            }
            if (over) {
                return done(stopped ? Refused.overWhileSending(reads) : Refused.overAfterSending(reads));
            }
            return unauthorized ? confirmed(result) : CompletableFuture.completedFuture(result);
        });
    }

    /** A fault of our own after the intent: the client hears "Internal error", the trail that it came to nothing. */
    private CompletableFuture<ToolResult> broke(Throwable fault) {
        giveBack("");
        return trail.broke().thenCompose(durable -> CompletableFuture.failedFuture(fault));
    }

    private CompletableFuture<ToolResult> confirmed(ToolResult result) {
        return parts.connections()
                .unauthorized(server.connectionId(), generation)
                .handleAsync(
                        (state, failure) ->
                                state == ConnectionState.REVOKED ? revoked().result() : result,
                        parts.threads());
    }

    /**
     * Whether the caller may not call this any more, or not this account. A newer version of the app's tools takes nothing
     * away from a call that began with an older one.
     */
    private boolean isOver(boolean accountRefused) {
        if (access.isOver(parts.clock().instant(), parts.apiTokens())) {
            return true;
        }
        HostedServer now = access.live().server();
        Optional<Connection> connection = parts.connections().current(now.connectionId());
        return now.paused()
                || connection.isEmpty()
                || (!accountRefused && !connection.get().state().sends())
                || version.flatMap(one -> one.left(now.config().selection()).tools())
                        .flatMap(tools -> tools.find(call.name()))
                        .isEmpty();
    }

    /** Whether the call was looked at by what is known with a credential that the connection has no more. */
    private boolean isOfOtherCredential() {
        return knowsAccount && parts.connections().generation(server.connectionId()) != generation;
    }

    private CompletableFuture<ToolResult> refused(Refused why) {
        return trail.refused(why.reason())
                .thenApply(durable -> (durable ? why : Refused.unauditedBeforeSending()).result());
    }

    /** A call that ended before any of its rows: its arguments were not accepted, or a fault of our own broke it. */
    private CompletableFuture<ToolResult> withRow(Ended end) {
        if (trail.hasRow()) {
            return end.again();
        }
        return trail.refused(end.code())
                .thenCompose(durable -> durable ? end.again() : done(Refused.unauditedBeforeSending()));
    }

    private static CompletableFuture<ToolResult> done(Refused why) {
        return CompletableFuture.completedFuture(why.result());
    }

    /** How something ended: with a result, or else with a fault. */
    private record Ended(
            @Nullable ToolResult result, @Nullable Throwable fault) {

        Throwable why() {
            if (fault == null) {
                return new IllegalStateException("A call had no result");
            }
            Throwable cause = fault.getCause();
            return fault instanceof CompletionException && cause != null ? cause : fault;
        }

        String code() {
            if (result != null) {
                return result.code();
            }
            Throwable why = why();
            if (why instanceof UsedAgreementException) {
                return CONFIRMED_BEFORE;
            }
            return why instanceof InputRequiredException
                    ? ASKED_TO_CONFIRM
                    : why instanceof MissingCapabilityException ? CANNOT_CONFIRM : "internal_error";
        }

        CompletableFuture<ToolResult> again() {
            return result != null ? CompletableFuture.completedFuture(result) : CompletableFuture.failedFuture(why());
        }
    }

    private void giveBack(String code) {
        Turn.Granted taken = turn;
        if (taken != null) {
            taken.ended(code);
        }
    }

    private void finish(@Nullable ToolResult result, @Nullable Throwable failure) {
        Turn.Granted taken = turn;
        if (taken != null) {
            taken.unused();
        }
        if (result == null) {
            trail.tell(parts.observer());
            answer.completeExceptionally(new Ended(null, failure).why());
        } else if (parts.lock().between(() -> deliver(result))) {
            trail.tell(parts.observer());
        } else {
            withhold();
        }
    }

    private boolean deliver(ToolResult result) {
        boolean ownWord =
                result.code().equals(Refused.REVOKED_IN_FLIGHT) || result.code().equals(Refused.UNAUDITED);
        boolean accountRefused =
                result.code().equals("unauthorized") || result.code().equals(Refused.CONNECTION_REVOKED);
        if ((sent || tellsOfAccount(result)) && !ownWord && isOver(accountRefused)) {
            return false;
        }
        if (!sent && tellsOfAccount(result) && isOfOtherCredential()) {
            return false;
        }
        answer.complete(result);
        return true;
    }

    /** Whether a refusal of ours names what there is in the account. */
    private boolean tellsOfAccount(ToolResult result) {
        return knowsAccount && result.code().equals(Refused.INVALID_ARGUMENTS);
    }

    /** The outcome was recorded as allowed, and then the caller was shut out before it was told. */
    private void withhold() {
        BundledTool called = tool;
        boolean reads = called != null && called.descriptor().reads();
        CompletableFuture<?> unused = trail.withheld().thenAccept(durable -> {
            trail.tell(parts.observer());
            Refused why = sent ? Refused.overAfterSending(reads) : Refused.overBeforeSending();
            answer.complete(why.result());
        });
    }
}
