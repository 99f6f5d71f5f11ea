package dev.toolsmith.sandbox.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** Identifiers that are the same in every run: UUIDs of version 5 over a kind and its running number. */
public final class Ids {
    /** The workspace's. */
    public static final String WORKSPACE = named("workspace");

    private final Map<String, Integer> counters = new HashMap<>();

    /** The next UUID of a kind such as {@code note}. */
    public String next(String kind) {
        int number = counters.merge(kind, 1, Integer::sum);
        return named(kind + "/" + number);
    }

    /** The UUID of a name; always the same for the same name. */
    public static String named(String name) {
        ByteBuffer bytes = ByteBuffer.wrap(digest("SHA-1", "attio-sandbox/" + name));
        long high = (bytes.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        long low = (bytes.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** The next secret of a kind: 64 hexadecimal digits. */
    public String nextSecret(String kind) {
        int number = counters.merge("secret/" + kind, 1, Integer::sum);
        return HexFormat.of().formatHex(digest("SHA-256", "attio-sandbox/secret/" + kind + "/" + number));
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + algorithm, impossible);
        }
    }
}
