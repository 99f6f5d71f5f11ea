package dev.toolsmith.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Pages of lists, by offset or by opaque cursor. */
public final class Page {
    private static final String MARK = "after:";

    private Page() {}

    /** At most {@code limit} elements from {@code offset} on; empty past the end. */
    public static <T> List<T> slice(List<T> all, int offset, int limit) {
        int from = Math.min(offset, all.size());
        return all.subList(from, (int) Math.min((long) from + limit, all.size()));
    }

    /** The page that {@code cursor} stands for, with {@code pagination.next_cursor}, null on the last page. */
    public static <T> Answer cursor(List<T> all, Query query, int limit, Function<List<T>, JsonNode> data) {
        int offset = query.find("cursor").map(Page::offset).orElse(0);
        List<T> page = slice(all, offset, limit);
        int next = offset + page.size();
        ObjectNode body = Json.object();
        body.set("data", data.apply(page));
        body.putObject("pagination").put("next_cursor", next < all.size() ? encode(next) : null);
        return Answer.flat(body);
    }

    private static String encode(int offset) {
        byte[] bytes = (MARK + offset).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static int offset(String cursor) {
        return decode(cursor)
                .orElseThrow(() -> Query.refuse("cursor", "is no cursor of this operation", "invalid_string"));
    }

    private static Optional<Integer> decode(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return text.startsWith(MARK)
                    ? Optional.of(Integer.parseUnsignedInt(text.substring(MARK.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException notACursor) {
            return Optional.empty();
        }
    }
}
