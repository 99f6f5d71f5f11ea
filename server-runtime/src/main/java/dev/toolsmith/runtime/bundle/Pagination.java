package dev.toolsmith.runtime.bundle;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a tool hands out a long list.
 *
 * @param style what the API offers
 * @param items JSON pointer of the array in the answer; empty when the answer is no list
 * @param limit the argument that carries the page size to the API
 * @param position the argument that carries the offset or the cursor to the API
 * @param nextCursor JSON pointer of the next cursor in the answer, for {@link Style#CURSOR}
 * @param defaultLimit the page size the API uses when none is asked for
 * @param maxLimit the largest page size the API takes
 * @param serverArguments those of {@code limit} and {@code next_cursor} that the server itself uses; the others, if the
 *     tool has them, are the API's own
 */
public record Pagination(
        Style style,
        Optional<String> items,
        Optional<String> limit,
        Optional<String> position,
        Optional<String> nextCursor,
        OptionalInt defaultLimit,
        OptionalInt maxLimit,
        List<String> serverArguments) {

    /** What an API offers to get at the rest of a list. */
    public enum Style {
        OFFSET,
        CURSOR,
        NONE
    }

    public Pagination {
        serverArguments = List.copyOf(serverArguments);
    }

    /** Whether the server itself uses the argument {@code limit}. */
    public boolean takesLimit() {
        return serverArguments.contains("limit");
    }

    /** Whether the server itself uses the argument {@code next_cursor}. */
    public boolean takesCursor() {
        return serverArguments.contains("next_cursor");
    }
}
