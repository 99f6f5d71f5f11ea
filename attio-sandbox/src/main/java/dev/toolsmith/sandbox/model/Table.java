package dev.toolsmith.sandbox.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows by id, in the order of their creation. */
public final class Table<T> {
    private final Map<String, T> rows = new LinkedHashMap<>();

    /** The row with an id. */
    public Optional<T> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** Adds a row, or puts it in the place of the one with the same id. */
    public T put(String id, T row) {
        rows.put(id, row);
        return row;
    }

    /** Removes the row with an id, when there is one. */
    public void remove(String id) {
        rows.remove(id);
    }

    /** A copy of all rows, oldest first. */
    public List<T> all() {
        return new ArrayList<>(rows.values());
    }

    /** How many rows there are. */
    public int size() {
        return rows.size();
    }
}
