package dev.toolsmith.it.rig;

import dev.toolsmith.it.Json;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One row of the audit trail, as an export tells it.
 *
 * @param sequence 1, 2, 3 and so on
 * @param event what happened
 */
record AuditEntry(long sequence, JsonNode event) {

    static AuditEntry of(String line) {
        JsonNode row = Json.parse(line);
        return new AuditEntry(row.required("sequence").asLong(), row);
    }

    String kind() {
        return text("kind");
    }

    String callId() {
        return text("call_id");
    }

    /** The marker of the driver's call that it belongs to; empty for other events. */
    String marker() {
        return text("agent_run_id");
    }

    String connection() {
        return text("connection_id");
    }

    String tool() {
        return text("tool");
    }

    String decision() {
        return text("decision");
    }

    String reason() {
        return text("reason");
    }

    Instant time() {
        return Instant.parse(text("time"));
    }

    /** Whether it tells that a call is about to be sent. */
    boolean isIntent() {
        return kind().equals("call.intent");
    }

    /** Whether it tells what came of a call. */
    boolean isOutcome() {
        return kind().equals("call.outcome");
    }

    /** Whether it tells that a call was not sent. */
    boolean isRefusal() {
        return kind().equals("call.refused");
    }

    /** A member of the event; empty when it has none. */
    String text(String member) {
        return event.path(member).asString("");
    }

    @Override
    public String toString() {
        return event.toString();
    }
}
