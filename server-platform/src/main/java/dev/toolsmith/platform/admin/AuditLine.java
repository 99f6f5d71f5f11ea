package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.audit.AuditJson;
import dev.toolsmith.platform.audit.AuditRow;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A row of the trail as people read it.
 *
 * @param sequence its number
 * @param time when
 * @param server the server's name; empty when it concerns none
 * @param what the tool that was called, or what was changed
 * @param kind what kind of event it is
 * @param mark the decision; empty text for none
 * @param reason why it was refused or failed; empty for none
 * @param status the API's HTTP status; empty for none
 * @param millis how long it took; empty for not at all
 * @param who the client of a call, or who made a change
 * @param detail further facts
 */
record AuditLine(
        long sequence,
        String time,
        String server,
        String what,
        String kind,
        Mark mark,
        String reason,
        String status,
        String millis,
        String who,
        String detail) {

    private static final Map<String, String> KINDS = Map.of(
            AuditEvent.CALL_INTENT, "call begins",
            AuditEvent.CALL_OUTCOME, "call ends",
            AuditEvent.CALL_REFUSED, "call refused",
            AuditEvent.ACCESS_REFUSED, "turned away");

    /**
     * A row with names for people.
     *
     * @param names names of servers and administrators by their ids
     */
    static AuditLine of(AuditRow row, Map<String, String> names) {
        AuditEvent event;
        try {
            event = AuditJson.read(row.body());
        } catch (IllegalArgumentException e) {
            // Somebody has tampered with it: shown as what it is, so that it is seen.
            return new AuditLine(
                    row.sequence(), "", "", "This row cannot be read", "", new Mark("", ""), "", "", "", "", "");
        }
        AuditEvent.Outcome outcome = event.outcome();
        return new AuditLine(
                row.sequence(),
                Moments.precise(event.time()),
                named(event.subject().serverId(), names),
                event.invocation().tool(),
                KINDS.getOrDefault(event.kind(), event.kind().replace('.', ' ').replace('_', ' ')),
                mark(outcome),
                outcome.reason(),
                outcome.upstreamStatus() == 0 ? "" : String.valueOf(outcome.upstreamStatus()),
                outcome.millis() == 0 ? "" : String.valueOf(outcome.millis()),
                who(event, names),
                new TreeMap<>(event.detail())
                        .entrySet().stream()
                                .map(fact -> fact.getKey().replace('_', ' ') + ": " + fact.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private static Mark mark(AuditEvent.Outcome outcome) {
        return new Mark(outcome.decision(), outcome.decision().equals("refused") ? "bad" : "good");
    }

    private static String who(AuditEvent event, Map<String, String> names) {
        String client = event.invocation().origin().clientName();
        if (!client.isEmpty()) {
            return (client + " " + event.invocation().origin().clientVersion()).strip();
        }
        String actor = named(event.subject().actor(), names);
        return actor.isEmpty() ? event.subject().address() : actor;
    }

    private static String named(String id, Map<String, String> names) {
        return names.getOrDefault(id, id);
    }
}
