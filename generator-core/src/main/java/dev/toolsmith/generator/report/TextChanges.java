package dev.toolsmith.generator.report;

/** How much is told of changes that are of texts only. */
public enum TextChanges {
    /** How many there are of each tool. */
    COUNTED,
    /** Each one. */
    ALL
}
