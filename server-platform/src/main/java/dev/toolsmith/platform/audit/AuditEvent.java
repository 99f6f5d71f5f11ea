package dev.toolsmith.platform.audit;

import dev.toolsmith.runtime.tool.CallOrigin;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that happened, as the audit trail tells it. Holds no secret and no argument's value.
 *
 * @param time when
 * @param kind what, such as {@code call.intent}; the constants of this class
 * @param subject whom it concerns
 * @param invocation which call; {@link Invocation#NONE} for a change
 * @param outcome what came of it
 * @param detail further facts by name, values for people
 */
public record AuditEvent(
        Instant time,
        String kind,
        Subject subject,
        Invocation invocation,
        Outcome outcome,
        Map<String, String> detail) {

    /** A call was refused before anything was sent; the only row of that call. */
    public static final String CALL_REFUSED = "call.refused";

    /** A call is about to be sent. */
    public static final String CALL_INTENT = "call.intent";

    /** What came of a call that was sent, of an intent that was not carried out, or of a call that needed no sending. */
    public static final String CALL_OUTCOME = "call.outcome";

    /** A caller was turned away at a server's door. */
    public static final String ACCESS_REFUSED = "access.refused";

    public AuditEvent {
        detail = Map.copyOf(new TreeMap<>(detail));
    }

    /** A change or an event that is no call, such as {@code server.created}. */
    public static AuditEvent change(Instant time, String kind, Subject subject, Map<String, String> detail) {
        return new AuditEvent(time, kind, subject, Invocation.NONE, Outcome.DONE, detail);
    }

    /**
     * Whom an event concerns; each empty when it does not apply.
     *
     * @param serverId the hosted server
     * @param connectionId the connected account
     * @param tokenId the URL token that was used
     * @param apiTokenId the API token that was used beside it
     * @param actor who made a change
     * @param address the network address it came from
     */
    public record Subject(
            String serverId, String connectionId, String tokenId, String apiTokenId, String actor, String address) {}

    /**
     * Which call.
     *
     * @param callId names the call in all its rows
     * @param tool the tool's name as it was asked for, cut to 128 characters
     * @param argumentsHash keyed hash of the arguments, lower-case hexadecimal
     * @param argumentsShape the arguments' member names and types, no values
     * @param scopes the scopes in effect, divided by blanks
     * @param origin what the client said of itself
     */
    public record Invocation(
            String callId, String tool, String argumentsHash, String argumentsShape, String scopes, CallOrigin origin) {

        /** No call. */
        public static final Invocation NONE = new Invocation("", "", "", "", "", CallOrigin.UNKNOWN);
    }

    /**
     * What came of it.
     *
     * @param decision {@code allowed} or {@code refused}; empty for a change
     * @param reason a stable name of the failure or refusal, such as {@code missing_scope}; empty for none
     * @param upstreamStatus the API's HTTP status; 0 when no answer came
     * @param requestId what the API calls the exchange
     * @param millis how long it took
     * @param bytes how many bytes the API answered
     */
    public record Outcome(
            String decision, String reason, int upstreamStatus, String requestId, long millis, long bytes) {

        /** Nothing to tell. */
        public static final Outcome DONE = new Outcome("", "", 0, "", 0, 0);

        /** Allowed, and not yet carried out. */
        public static final Outcome ALLOWED = new Outcome("allowed", "", 0, "", 0, 0);

        /** Refused for a reason. */
        public static Outcome refused(String reason, long millis) {
            return new Outcome("refused", reason, 0, "", millis, 0);
        }
    }
}
