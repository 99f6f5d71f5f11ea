package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.text.WordKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

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

    private static final String PURPOSE = "next_cursor";

    private static final int CHECK_BYTES = 12;

    PagePosition {
        if (offset < 0 || skip < 0 || limit < 0) {
            throw new IllegalArgumentException("A position is never negative");
        }
    }

    /** The position as an opaque, signed word that fits one call only. */
    String toWord(WordKey key, byte[] call) {
        String text =
                offset + "," + skip + "," + limit + cursor.map(of -> "," + of).orElse("");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] whole = ByteBuffer.allocate(CHECK_BYTES + bytes.length)
                .put(check(key, call, bytes))
                .put(bytes)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** The position that a word stands for; empty when it was not given out for this call. */
    static Optional<PagePosition> ofWord(WordKey key, String word, byte[] call) {
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
        if (!MessageDigest.isEqual(check(key, call, bytes), Arrays.copyOf(whole, CHECK_BYTES))) {
            return Optional.empty();
        }
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(",", 4);
        return Optional.of(new PagePosition(
                Long.parseLong(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                parts.length > 3 ? Optional.of(parts[3]) : Optional.empty()));
    }

    private static byte[] check(WordKey key, byte[] call, byte[] position) {
        return Arrays.copyOf(key.mac(PURPOSE, call, position), CHECK_BYTES);
    }
}
