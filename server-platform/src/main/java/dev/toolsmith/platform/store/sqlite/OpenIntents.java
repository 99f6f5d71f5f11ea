package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.audit.AuditEvent.Outcome;
import dev.toolsmith.platform.audit.AuditJson;
import dev.toolsmith.platform.audit.AuditQuery;
import dev.toolsmith.platform.audit.AuditRow;
import dev.toolsmith.platform.store.StoreWrites;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls whose intent is on record and whose outcome is not, because the process ended in between. */
final class OpenIntents {

    /** Whether the API carried the call out, nobody knows. */
    private static final Outcome UNKNOWN = new Outcome("allowed", "server_restarted", 0, "", 0, 0);

    private OpenIntents() {}

    /** Appends an outcome to each. */
    static int close(Trail trail, StoreWrites writes, Instant now) {
        List<Long> open = trail.openIntents();
        for (long sequence : open) {
            for (AuditRow row : writes.audit(only(sequence))) {
                AuditEvent intent = AuditJson.read(row.body());
                writes.append(new AuditEvent(
                        now,
                        AuditEvent.CALL_OUTCOME,
                        intent.subject(),
                        intent.invocation(),
                        UNKNOWN,
                        Map.of("upstream", "unknown")));
            }
        }
        return open.size();
    }

    private static AuditQuery only(long sequence) {
        return new AuditQuery(
                Optional.of(sequence + 1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
