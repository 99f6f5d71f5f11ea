package dev.toolsmith.it.exact;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An object or a list.
 *
 * @param list whether it is a list
 * @param id the UUID
 * @param slug the slug
 * @param parent the slug of the object whose records stand on the list; empty for objects
 * @param columns its attributes
 */
record Table(boolean list, String id, String slug, String parent, List<Column> columns) {
    Table {
        columns = List.copyOf(columns);
    }

    Column column(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("No " + name + " on " + slug));
    }

    Optional<Column> find(String name) {
        return columns.stream().filter(column -> column.slug().equals(name)).findFirst();
    }

    Stream<Column> columns(Predicate<Column> predicate) {
        return columns.stream().filter(predicate);
    }
}
