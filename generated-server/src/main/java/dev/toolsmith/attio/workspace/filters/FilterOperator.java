package dev.toolsmith.attio.workspace.filters;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The comparisons of Attio's filters. */
enum FilterOperator {
    EQ("$eq"),
    IN("$in"),
    CONTAINS("$contains"),
    STARTS_WITH("$starts_with"),
    ENDS_WITH("$ends_with"),
    LT("$lt"),
    LTE("$lte"),
    GT("$gt"),
    GTE("$gte"),
    NOT_EMPTY("$not_empty");

    private final String wireName;

    FilterOperator(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON, such as {@code $eq}. */
    String wireName() {
        return wireName;
    }

    /** The operator with a name in JSON. */
    static Optional<FilterOperator> named(String wireName) {
        for (FilterOperator operator : values()) {
            if (operator.wireName.equals(wireName)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    static Set<FilterOperator> set(FilterOperator first, FilterOperator... more) {
        return Collections.unmodifiableSet(EnumSet.of(first, more));
    }

    /** Equality, and parts of texts; with others besides. */
    static Set<FilterOperator> words(FilterOperator... more) {
        EnumSet<FilterOperator> all = EnumSet.of(EQ, CONTAINS, STARTS_WITH, ENDS_WITH);
        Collections.addAll(all, more);
        return Collections.unmodifiableSet(all);
    }

    /** Equality and order; with others besides. */
    static Set<FilterOperator> range(FilterOperator... more) {
        EnumSet<FilterOperator> all = EnumSet.of(EQ, LT, LTE, GT, GTE);
        Collections.addAll(all, more);
        return Collections.unmodifiableSet(all);
    }
}
