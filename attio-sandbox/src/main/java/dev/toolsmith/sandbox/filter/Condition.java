package dev.toolsmith.sandbox.filter;

import dev.toolsmith.sandbox.model.Item;

/** What a filter asks of an item. */
@FunctionalInterface
public interface Condition {
    /** The condition of an empty filter. */
    Condition ANY = item -> true;

    /** Whether the item fulfils it. */
    boolean holds(Item item);
}
