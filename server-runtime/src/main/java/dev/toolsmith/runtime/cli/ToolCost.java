package dev.toolsmith.runtime.cli;

/**
 * What a tool costs a model's context, in o200k tokens.
 *
 * @param words its name and description as they are published
 * @param schema its input schema as it is published
 * @param account what the account adds to either; may be less than 0
 */
record ToolCost(int words, int schema, int account) {

    static final ToolCost NOTHING = new ToolCost(0, 0, 0);

    /** All parts together. */
    int all() {
        return words + schema + account;
    }

    /** The same tool when it is listed as another one of the same name. */
    ToolCost listedAs(ToolCost exact) {
        return new ToolCost(words, schema, exact.all() - words - schema);
    }

    ToolCost plus(ToolCost other) {
        return new ToolCost(words + other.words, schema + other.schema, account + other.account);
    }
}
