package dev.toolsmith.platform.audit;

/**
 * One row of the trail as it is kept.
 *
 * @param sequence 1, 2, 3 and so on without a gap
 * @param body the event as canonical JSON: members in fixed order, no white space
 * @param previous the hash of the row before; 64 zeros for the first
 * @param hash SHA-256 over {@code previous}, {@code sequence} and {@code body}, lower-case hexadecimal
 */
public record AuditRow(long sequence, String body, String previous, String hash) {}
