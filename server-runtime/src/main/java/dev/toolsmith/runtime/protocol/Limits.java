package dev.toolsmith.runtime.protocol;

/** How large a message may be. */
public final class Limits {

    /** Bytes of a message: an HTTP body, or a line on standard input. */
    public static final int MESSAGE_BYTES = 1 << 20;

    /** Objects and arrays inside one another. */
    static final int DEPTH = 64;

    /** Characters of a string. */
    static final int STRING_CHARS = 256 * 1024;

    /** Characters of a member's name. */
    static final int NAME_CHARS = 1024;

    /** Characters of a number. */
    static final int NUMBER_CHARS = 100;

    /** Messages in a JSON-RPC batch. */
    static final int BATCH_MESSAGES = 20;

    private Limits() {}
}
