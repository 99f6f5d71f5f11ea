package dev.toolsmith.generator.compare;

/** What a change means for those who call the tools, the least first. */
public enum Level {
    /** Only what people or models read is another: titles, descriptions, examples. */
    TEXT_ONLY("text-only"),
    /** Every call that was right stays right and does the same. */
    SAFE("safe"),
    /** Calls stay right, but may do something else, need another permission, or answer otherwise. */
    RISKY("risky"),
    /** Calls that were right are refused, or their tool is gone. */
    BREAKING("breaking");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    /** The word used in configuration and output. */
    public String word() {
        return word;
    }
}
