package dev.toolsmith.generator.compare.schema;

import java.util.List;

/**
 * The values that all of several written schemas take.
 *
 * @param source where the schemas stand
 * @param parts the numbers of the schemas in the source, sorted; none for all values
 */
record Schema(SchemaSource source, List<Integer> parts) {

    /** What values may be, one alternative beside the other; empty when no value will do. */
    List<Branch> branches() {
        return source.branches(this);
    }

    List<Branch> branches(JsonType type) {
        return branches().stream().filter(branch -> branch.type() == type).toList();
    }

    boolean isAnything() {
        return parts.isEmpty();
    }

    /** Whether it takes all values, however it is written. */
    boolean takesAnything() {
        List<Branch> branches = branches();
        return branches.size() == JsonType.values().length
                && branches.stream().allMatch(Branch::isFree)
                && branches.stream().map(Branch::type).distinct().count() == branches.size();
    }

    boolean isNothing() {
        return branches().isEmpty();
    }

    /** Whether it is written as taking no value. */
    boolean isRefused() {
        return equals(source.nothing());
    }

    /** The values that this and the other schema take. */
    Schema and(Schema other) {
        return source.both(this, other);
    }
}
