package dev.toolsmith.runtime.upstream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where the next page begins: what {@code next_cursor} stands for.
 *
 * @param offset how many items the API is to pass over
 * @param skip how many items of the API's page were handed out already
 * @param limit the page size that was asked for, 0 when none was
 * @param cursor the API's own cursor, if it has given one
 */
record PagePosition(long offset, int skip, int limit, Optional<String> cursor) {

    static final PagePosition START = new PagePosition(0, 0, 0, Optional.empty());

    /** Guards against mistakes, not against forgery: whoever may call the tool may read every page. */
    private static final byte[] CHECK_KEY = "toolsmith next_cursor 1".getBytes(StandardCharsets.UTF_8);

    private static final int CHECK_BYTES = 9;

    PagePosition {
        if (offset < 0 || skip < 0 || limit < 0) {
            throw new IllegalArgumentException("A position is never negative");
        }
    }

    /** The position as an opaque word that fits one call only. */
    String toWord(byte[] call) {
        String text =
                offset + "," + skip + "," + limit + cursor.map(of -> "," + of).orElse("");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] whole = ByteBuffer.allocate(CHECK_BYTES + bytes.length)
                .put(check(call, bytes))
                .put(bytes)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** The position that a word stands for; empty when it was not given out for this call. */
    static Optional<PagePosition> ofWord(String word, byte[] call) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(word);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (whole.length <= CHECK_BYTES) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOfRange(whole, CHECK_BYTES, whole.length);
        if (!MessageDigest.isEqual(check(call, bytes), Arrays.copyOf(whole, CHECK_BYTES))) {
            return Optional.empty();
        }
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(",", 4);
        return Optional.of(new PagePosition(
                Long.parseLong(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                parts.length > 3 ? Optional.of(parts[3]) : Optional.empty()));
    }

    private static byte[] check(byte[] call, byte[] position) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(CHECK_KEY, "HmacSHA256"));
            mac.update(ByteBuffer.allocate(4).putInt(call.length).array());
            mac.update(call);
            return Arrays.copyOf(mac.doFinal(position), CHECK_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
