package dev.toolsmith.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.UnaryOperator;

/**
 * Where the trail ends, signed. It is written together with the rows, so a trail that was cut off behind is found out.
 *
 * @param sequence of the last row; 0 for an empty trail
 * @param hash of the last row
 * @param openFrom no call whose intent stands before this sequence is without an outcome
 * @param mac over the three, keyed with what is not in the database
 */
public record AuditHead(long sequence, String hash, long openFrom, byte[] mac) {

    /** A head with the signature that it ought to have. */
    public static AuditHead signed(long sequence, String hash, long openFrom, UnaryOperator<byte[]> key) {
        return new AuditHead(sequence, hash, openFrom, key.apply(message(sequence, hash, openFrom)));
    }

    /** Whether the signature was made with a key over just these values. */
    public boolean isSignedWith(UnaryOperator<byte[]> key) {
        return MessageDigest.isEqual(mac, key.apply(message(sequence, hash, openFrom)));
    }

    private static byte[] message(long sequence, String hash, long openFrom) {
        return (sequence + "|" + hash + "|" + openFrom).getBytes(StandardCharsets.UTF_8);
    }
}
