package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.limits.Turn;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.versions.AppVersion;
import dev.toolsmith.runtime.account.AccountReads;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.upstream.CallTerms;
import dev.toolsmith.runtime.upstream.PreparedCall;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls that read facts of connected accounts: on the way of all calls, with the same rows in the trail and counted in the
 * API's quotas, for as long as calls may be sent for the connection.
 */
final class OwnReads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OwnReads.class);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final long CLOSING_SECONDS = 5;

    private final CallParts parts;
    private final OwnCalls calls;
    private final Map<ToolCall, CompletableFuture<ToolResult>> underWay = new ConcurrentHashMap<>();
    private volatile boolean closed;

    OwnReads(CallParts parts, OwnCalls calls) {
        this.parts = parts;
        this.calls = calls;
    }

    /**
     * Reads of one connection.
     *
     * @param generation of its credential; nothing is read any more once it has another
     * @param version whose tools are used; where it lacks one, the newest version's
     */
    AccountReads of(String connectionId, long generation, AppVersion version) {
        return (tool, arguments) -> new OneRead(connectionId, generation, version).answered(tool, arguments);
    }

    private final class OneRead {

        private final String connectionId;
        private final long generation;
        private final AppVersion version;

        OneRead(String connectionId, long generation, AppVersion version) {
            this.connectionId = connectionId;
            this.generation = generation;
            this.version = version;
        }

        CompletableFuture<ToolResult> answered(String tool, ObjectNode arguments) {
            Optional<Connection> connection = parts.connections().current(connectionId);
            if (closed || connection.isEmpty() || !maySend()) {
                return done(Refused.overBeforeSending());
            }
            AppVersion used = parts.tools()
                    .versions()
                    .newest(version.app())
                    .filter(newest -> version.tools().find(tool).isEmpty())
                    .orElse(version);
            Optional<BundledTool> found =
                    used.tools().find(tool).filter(known -> known.descriptor().reads());
            if (found.isEmpty()) {
                return CompletableFuture.failedFuture(
                        new IllegalStateException("The app " + version.app() + " has no tool to read with: " + tool));
            }
            return asked(used, found.get(), connection.get(), OwnCalls.call(tool, JsonTree.write(arguments)));
        }

        private CompletableFuture<ToolResult> asked(
                AppVersion used, BundledTool tool, Connection connection, ToolCall call) {
            CallTrail trail = calls.trail(connection, call);
            CallTerms terms = CallTerms.of(tool)
                    .withCredential(parts.connections().credentialOf(connectionId))
                    .withStep((prepared, proceed) -> around(trail, used, prepared, proceed))
                    .withMaySend(this::maySend);
            CompletableFuture<Void> unused =
                    call.cancelled().completeOnTimeout(null, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            CompletableFuture<ToolResult> result = used.upstream().read(call, terms);
            underWay.put(call, result);
            if (closed) {
                call.cancelled().complete(null);
            }
            return result.whenComplete((came, fault) -> ended(call, came, fault));
        }

        private void ended(ToolCall call, @Nullable ToolResult came, @Nullable Throwable fault) {
            underWay.remove(call);
            call.cancelled().complete(null);
            parts.observer().ownRead(came == null ? "internal_error" : came.code());
            if (fault != null) {
                LOG.error("The account of {} could not be read for a reason of our own", connectionId, fault);
            }
        }

        /** Whether its answer would still be of the account that it is for. */
        private boolean maySend() {
            return parts.connections().generation(connectionId) == generation
                    && parts.connections()
                            .current(connectionId)
                            .filter(connection -> connection.state().sends())
                            .isPresent();
        }

        private CompletableFuture<ToolResult> around(
                CallTrail trail,
                AppVersion used,
                PreparedCall prepared,
                Supplier<CompletableFuture<ToolResult>> proceed) {
            Optional<Connection> connection = parts.connections().current(connectionId);
            if (connection.isEmpty()) {
                return done(Refused.overBeforeSending());
            }
            Optional<Refused> no = ScopeCheck.refusal(
                    connection.get(),
                    prepared.tool(),
                    ScopeCheck.needed(prepared.tool(), prepared.arguments()),
                    used.usesScopes());
            if (no.isPresent()) {
                return done(no.get());
            }
            Turn turn = parts.limits().takeOwn(connection.get(), used.api(), prepared.tool());
            if (turn instanceof Turn.Denied denied) {
                return done(new Refused(denied.reason(), denied.message(), denied.limit()));
            }
            Turn.Granted granted = (Turn.Granted) turn;
            return OwnCalls.recorded(trail, prepared, () -> inTime(proceed), this::isOver)
                    .whenComplete((ended, fault) -> granted.unused())
                    .thenCompose(this::taken);
        }

        private static CompletableFuture<ToolResult> inTime(Supplier<CompletableFuture<ToolResult>> proceed) {
            return proceed.get()
                    .thenApply(result -> result.code().equals("cancelled")
                            ? ToolResult.failure(
                                    "upstream_timeout",
                                    "The API did not answer in time.",
                                    Optional.empty(),
                                    Optional.empty())
                            : result);
        }

        private boolean isOver(ToolResult result) {
            return result.code().equals(CallTerms.STOPPED) || (!isUnauthorized(result) && !maySend());
        }

        private CompletableFuture<ToolResult> taken(OwnCalls.Ended ended) {
            ToolResult result = ended.result();
            if (isUnauthorized(result)) {
                return parts.connections()
                        .unauthorized(connectionId, generation)
                        .handleAsync((state, failure) -> result, parts.threads());
            }
            if (result.upstream().isPresent()) {
                parts.connections().answered(connectionId);
            }
            if (ended.over()) {
                return done(Refused.overAfterSending(true));
            }
            return ended.recorded()
                    ? CompletableFuture.completedFuture(result)
                    : done(Refused.unauditedAfterSending(true));
        }
    }

    private static boolean isUnauthorized(ToolResult result) {
        return result.code().equals("unauthorized");
    }

    private static CompletableFuture<ToolResult> done(Refused why) {
        return CompletableFuture.completedFuture(why.result());
    }

    /** Ends those under way, and waits until it is recorded what came of them. */
    @Override
    public void close() {
        closed = true;
        underWay.keySet().forEach(call -> call.cancelled().complete(null));
        try {
            CompletableFuture.allOf(underWay.values().toArray(CompletableFuture[]::new))
                    .get(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Reads of accounts did not end well as the server ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
