package dev.toolsmith.generator.tool;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an operation hands out a long list.
 *
 * @param style what the API offers
 * @param items JSON pointer of the array in the answer, empty when the answer is no list
 * @param limitArgument the argument that carries the page size to the API; empty when the API has none and the server
 *     cuts the pages itself
 * @param positionArgument the argument that carries the offset or cursor to the API; empty for {@link Style#NONE}
 * @param nextCursor JSON pointer of the next cursor in the answer, only for {@link Style#CURSOR}
 * @param defaultLimit the page size that the API uses when none is asked for, if known
 * @param maxLimit the largest page size that the API takes, if known
 */
public record Pagination(
        Style style,
        Optional<String> items,
        Optional<String> limitArgument,
        Optional<String> positionArgument,
        Optional<String> nextCursor,
        OptionalInt defaultLimit,
        OptionalInt maxLimit) {

    /** What the API offers to get at the rest of a list. */
    public enum Style {
        OFFSET,
        CURSOR,
        NONE
    }
}
