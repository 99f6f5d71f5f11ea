package dev.toolsmith.runtime.upstream;

import java.util.Optional;

/**
 * An answer as compact JSON, and where its list stands in it.
 *
 * @param bytes the JSON
 * @param root what the whole is
 * @param list where the array of items stands, if it was found
 * @param nextCursor the API's own cursor to the next page, if there is one
 * @param ownNextCursor where a top-level member {@code next_cursor} stands that is not the API's cursor
 */
record CompactJson(
        byte[] bytes, Root root, Optional<ItemList> list, Optional<String> nextCursor, Optional<Span> ownNextCursor) {

    /** What a JSON text is at its top. */
    enum Root {
        OBJECT,
        ARRAY,
        SCALAR
    }

    /**
     * A member with the one comma that has to go with it.
     *
     * @param begin the position of its first byte
     * @param end the position after its last byte
     */
    record Span(int begin, int end) {}

    /**
     * The array of items in the bytes.
     *
     * @param begin the position after the opening bracket
     * @param end the position of the closing bracket
     * @param ends the position after each item
     */
    record ItemList(int begin, int end, int[] ends) {

        int size() {
            return ends.length;
        }

        /** Where the item begins. */
        int beginOf(int item) {
            return item == 0 ? begin : ends[item - 1] + 1;
        }

        /** Where the items up to this one, not included, end. */
        int endBefore(int item) {
            return item == 0 ? begin : ends[item - 1];
        }
    }
}
