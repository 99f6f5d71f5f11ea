package dev.toolsmith.runtime.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What words are signed with that clients are handed and give back, such as cursors: a key of HMAC-SHA-256 (RFC 2104).
 * Does not show itself in texts.
 */
public final class WordKey {

    /** The least bytes that a given key has. */
    public static final int LEAST_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private byte @Nullable [] key;

    private WordKey(byte @Nullable [] key) {
        this.key = key;
    }

    /** A key that nobody else has and that ends with this process; it is drawn when it is first used. */
    public static WordKey random() {
        return new WordKey(null);
    }

    /**
     * A key that several processes can have, or one after its restart.
     *
     * @throws IllegalArgumentException when it has fewer than {@link #LEAST_BYTES} bytes
     */
    public static WordKey of(byte[] key) {
        if (key.length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "A key has at least " + LEAST_BYTES + " bytes, and this one has " + key.length);
        }
        return new WordKey(key.clone());
    }

    /**
     * The signature of some parts, 32 bytes. The same bytes divided otherwise have another one.
     *
     * @param purpose what the word is for, so that none is taken where another kind is asked for
     */
    public byte[] mac(String purpose, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            add(mac, purpose.getBytes(StandardCharsets.UTF_8));
            for (byte[] part : parts) {
                add(mac, part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private static void add(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        mac.update(part);
    }

    private synchronized byte[] key() {
        byte[] drawn = key;
        if (drawn == null) {
            drawn = new byte[LEAST_BYTES];
            new SecureRandom().nextBytes(drawn);
            key = drawn;
        }
        return drawn;
    }

    @Override
    public String toString() {
        return "WordKey";
    }
}
