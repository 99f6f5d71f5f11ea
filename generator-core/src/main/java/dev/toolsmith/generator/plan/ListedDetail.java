package dev.toolsmith.generator.plan;

/**
 * How much of a schema is shown.
 *
 * @param depth levels of properties that keep their own schema; arguments are level 1
 * @param branches whether alternatives are shown one by one
 * @param bounds whether lengths, ranges and formats inside arguments are shown
 * @param argumentDescription characters of an argument's description
 * @param nestedDescription characters of a description inside an argument
 * @param enumValues the most values of an enumeration that are all named
 */
record ListedDetail(
        int depth, boolean branches, boolean bounds, int argumentDescription, int nestedDescription, int enumValues) {

    int description(int level) {
        return level <= 1 ? argumentDescription : nestedDescription;
    }

    boolean showsBounds(int level) {
        return bounds || level <= 1;
    }
}
