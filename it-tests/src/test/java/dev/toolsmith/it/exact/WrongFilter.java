package dev.toolsmith.it.exact;

import java.util.function.BiPredicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * One way for a query to be wrong.
 *
 * @param name what is wrong
 * @param ofSort whether it is about a sort, not about a filter
 * @param place where it is possible
 * @param maker makes the wrong condition or sort
 */
record WrongFilter(String name, boolean ofSort, BiPredicate<Table, KnownWorkspace> place, Maker maker) {

    /** What a maker has at hand. */
    record Means(KnownWorkspace workspace, Draw draw) {
        RightFilters right() {
            return new RightFilters(workspace, draw);
        }
    }

    /** Makes a wrong condition or sort for an object or list. */
    @FunctionalInterface
    interface Maker {
        ObjectNode make(Table table, Means means);
    }
}
