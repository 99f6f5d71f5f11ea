package dev.toolsmith.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How the rows of the trail hang together: each hash covers the one before. */
public final class AuditChain {

    /** What stands as the hash before the first row. */
    public static final String GENESIS = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();

    private AuditChain() {}

    /** The row that follows another. */
    public static AuditRow row(long sequence, String body, String previous) {
        return new AuditRow(sequence, body, previous, hash(sequence, body, previous));
    }

    /** SHA-256 over {@code previous|sequence|body}, lower-case hexadecimal. */
    public static String hash(long sequence, String body, String previous) {
        MessageDigest digest = sha256();
        digest.update((previous + "|" + sequence + "|").getBytes(StandardCharsets.UTF_8));
        return HEX.formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
