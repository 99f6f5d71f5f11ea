package dev.toolsmith.runtime.account;

/**
 * How large an answer is, and what is made of it: told without reading it, so that an answer that would take much memory
 * is not read at all.
 *
 * @param length bytes of JSON
 * @param values no fewer than the values in it
 */
record AnswerSize(int length, int values) {

    private static final int MOST_BYTES = 2 << 20;
    private static final int MOST_VALUES = 200_000;
    private static final int BYTES_OF_A_VALUE = 32;

    static AnswerSize of(byte[] json) {
        int values = 1;
        for (byte one : json) {
            if (one == ',' || one == '{' || one == '[') {
                values++;
            }
        }
        return new AnswerSize(json.length, values);
    }

    boolean isTooLarge() {
        return length > MOST_BYTES || values > MOST_VALUES;
    }

    /** About how many bytes of memory take what is usually made of it. */
    int bytes() {
        return Math.max(length, values * BYTES_OF_A_VALUE);
    }
}
