package dev.toolsmith.platform.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which rows of the trail.
 *
 * @param before rows of a smaller sequence only, newest first; empty for the newest
 * @param serverId rows of one server only
 * @param connectionId rows of one connection only
 * @param tool rows of one tool only
 * @param decision {@code allowed} or {@code refused} only
 * @param from rows of this instant or later only
 * @param until rows before this instant only
 * @param limit at most so many, 1 to 200
 */
public record AuditQuery(
        Optional<Long> before,
        Optional<String> serverId,
        Optional<String> connectionId,
        Optional<String> tool,
        Optional<String> decision,
        Optional<Instant> from,
        Optional<Instant> until,
        int limit) {

    /** The newest rows of everything. */
    public static AuditQuery newest(int limit) {
        return new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }
}
