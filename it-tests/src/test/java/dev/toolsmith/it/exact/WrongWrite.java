package dev.toolsmith.it.exact;

import java.util.function.Predicate;

/**
 * One way to be wrong.
 *
 * @param name what is wrong
 * @param place where it is possible
 * @param columns the attributes that it is about
 * @param spoiler makes a right write wrong
 */
record WrongWrite(String name, Scope place, Predicate<Column> columns, Spoiler spoiler) {

    /** What a spoiler has at hand. */
    record Means(KnownWorkspace workspace, Draw draw) {
        RightValues right() {
            return new RightValues(workspace, draw);
        }
    }

    /** Makes a right write wrong at one attribute. */
    @FunctionalInterface
    interface Spoiler {
        void spoil(Write write, Column column, Means means);
    }

    boolean fits(Table table, Op op) {
        return place.has(table, op) && table.columns(columns).findFirst().isPresent();
    }

    void spoil(Write write, KnownWorkspace workspace, Draw draw) {
        Column column = draw.pick(write.table().columns(columns).toList());
        spoiler.spoil(write, column, new Means(workspace, draw));
    }
}
