package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.audit.AuditEvent.Invocation;
import dev.toolsmith.platform.audit.AuditEvent.Outcome;
import dev.toolsmith.platform.audit.AuditEvent.Subject;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.UpstreamAnswer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The rows of one call. Each tells whether it is durable now, and never fails. */
final class CallTrail {

    /** Follows an outcome whose result was not handed over after all. */
    static final String CALL_WITHHELD = "call.withheld";

    private final CallRows rows;
    private final Clock clock;
    private final CallFacts facts;
    private final Subject subject;
    private final ToolCall call;
    private final String callId;
    private final long began = System.nanoTime();
    private volatile @Nullable Invocation invocation;
    private volatile Outcome last = Outcome.DONE;
    private volatile boolean begun;

    CallTrail(CallRows rows, Clock clock, CallFacts facts, Subject subject, ToolCall call) {
        this.rows = rows;
        this.clock = clock;
        this.facts = facts;
        this.subject = subject;
        this.call = call;
        this.callId = facts.newCallId();
    }

    /** The arguments were accepted, and need these scopes. */
    void read(JsonNode arguments, List<String> scopes) {
        invocation = facts.read(callId, call, arguments, scopes);
    }

    CompletableFuture<Boolean> refused(String reason) {
        return append(AuditEvent.CALL_REFUSED, Outcome.refused(reason, millis()));
    }

    CompletableFuture<Boolean> intent() {
        return append(AuditEvent.CALL_INTENT, Outcome.ALLOWED);
    }

    CompletableFuture<Boolean> outcome(Outcome outcome) {
        return append(AuditEvent.CALL_OUTCOME, outcome);
    }

    /**
     * The API has answered, or could not be asked.
     *
     * @param over whether the answer is not told any more
     */
    CompletableFuture<Boolean> came(boolean over, String reason, Optional<UpstreamAnswer> upstream) {
        return outcome(new Outcome(
                over ? "refused" : "allowed",
                reason,
                upstream.map(UpstreamAnswer::status).orElse(0),
                upstream.map(UpstreamAnswer::requestId).orElse(""),
                millis(),
                upstream.map(UpstreamAnswer::bytes).orElse(0L)));
    }

    /** A fault of our own after the intent. */
    CompletableFuture<Boolean> broke() {
        return came(false, "internal_error", Optional.empty());
    }

    CompletableFuture<Boolean> withheld() {
        Outcome told = last;
        return append(
                CALL_WITHHELD,
                new Outcome(
                        "refused",
                        Refused.REVOKED_IN_FLIGHT,
                        told.upstreamStatus(),
                        told.requestId(),
                        millis(),
                        told.bytes()));
    }

    /** Whether anything was told of the call, or tried to. */
    boolean hasRow() {
        return begun;
    }

    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    /** The call is over. */
    void tell(CallObserver observer) {
        Outcome told = last;
        observer.ended(
                subject.serverId(),
                call.name(),
                told.decision(),
                told.reason(),
                told.upstreamStatus(),
                System.nanoTime() - began);
    }

    private CompletableFuture<Boolean> append(String kind, Outcome outcome) {
        last = outcome;
        begun = true;
        Invocation known = invocation;
        Invocation told = known == null ? facts.unread(callId, call) : known;
        AuditEvent event = new AuditEvent(clock.instant(), kind, subject, told, outcome, Map.of());
        return rows.append(event).whenComplete((durable, failure) -> {
            if (!durable) {
                last = CallRows.unrecorded(outcome);
            }
        });
    }
}
