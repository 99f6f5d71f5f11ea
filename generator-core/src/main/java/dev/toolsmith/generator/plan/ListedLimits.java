package dev.toolsmith.generator.plan;

/**
 * How long the texts and schemas may be that a model is shown of a tool. What is cut stays in the exact schema.
 *
 * @param toolDescription characters of a tool's description, cut at a sentence
 * @param argumentDescription characters of the description of an argument
 * @param nestedDescription characters of the description of a property inside an argument
 * @param enumValues the most values of an enumeration that are all named
 * @param depth how many levels of properties keep their own schema; deeper ones are shown as their type
 * @param schema characters of a whole input schema; above that, depth and texts are cut further
 */
public record ListedLimits(
        int toolDescription, int argumentDescription, int nestedDescription, int enumValues, int depth, int schema) {

    public ListedLimits {
        if (toolDescription < 40 || argumentDescription < 0 || nestedDescription < 0 || enumValues < 1 || depth < 1) {
            throw new IllegalArgumentException("Limits that leave nothing to show");
        }
    }

    /** Limits under which a tool takes a few hundred tokens. */
    public static ListedLimits defaults() {
        return new ListedLimits(1000, 300, 120, 40, 4, 3600);
    }
}
