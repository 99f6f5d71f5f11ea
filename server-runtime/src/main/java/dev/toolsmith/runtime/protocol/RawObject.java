package dev.toolsmith.runtime.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The members of one JSON object, by name; their values stay the bytes that were sent. */
final class RawObject {

    static final RawObject EMPTY = new RawObject();

    private final List<String> names = new ArrayList<>(4);
    private final List<RawValue> values = new ArrayList<>(4);

    void add(String name, RawValue value) {
        names.add(name);
        values.add(value);
    }

    Optional<RawValue> get(String name) {
        int at = names.indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(values.get(at));
    }

    /** The text of a member that is a string. */
    Optional<String> string(String name) {
        Optional<RawValue> value = get(name);
        return value.isPresent() && value.get().isString()
                ? Optional.of(value.get().text())
                : Optional.empty();
    }

    /** The members of a member that is an opened object. */
    Optional<RawObject> object(String name) {
        Optional<RawValue> value = get(name);
        return value.isPresent() ? value.get().object() : Optional.empty();
    }

    /** How many members there are. */
    int size() {
        return names.size();
    }

    /** The name of a member by its place, from 0. */
    String nameAt(int at) {
        return names.get(at);
    }

    /** The value of a member by its place, from 0. */
    RawValue valueAt(int at) {
        return values.get(at);
    }

    /** Whether a member is an object. */
    boolean isObject(String name) {
        Optional<RawValue> value = get(name);
        return value.isPresent() && value.get().isObject();
    }

    boolean has(String name) {
        return names.contains(name);
    }
}
