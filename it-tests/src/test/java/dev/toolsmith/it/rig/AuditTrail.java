package dev.toolsmith.it.rig;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The whole audit trail of a data folder.
 *
 * @param entries oldest first
 */
record AuditTrail(List<AuditEntry> entries) {

    /** Reads an export in JSON lines. */
    static AuditTrail ofJsonLines(String export) {
        return new AuditTrail(export.lines()
                .filter(line -> !line.isBlank())
                .map(AuditEntry::of)
                .toList());
    }

    /** The entries of which something is so. */
    List<AuditEntry> where(Predicate<AuditEntry> condition) {
        return entries.stream().filter(condition).toList();
    }

    /** How many entries there are of a kind. */
    long count(String kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind)).count();
    }

    /** The markers of the entries of which something is so. */
    Set<String> markers(Predicate<AuditEntry> condition) {
        return entries.stream().filter(condition).map(AuditEntry::marker).collect(Collectors.toSet());
    }

    /** The call ids of the entries of which something is so. */
    Set<String> callIds(Predicate<AuditEntry> condition) {
        return entries.stream().filter(condition).map(AuditEntry::callId).collect(Collectors.toSet());
    }
}
