package dev.toolsmith.sandbox.values;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The ten comparisons of the filter language. */
public enum Operator {
    EQ("$eq"),
    NOT_EMPTY("$not_empty"),
    IN("$in"),
    CONTAINS("$contains"),
    STARTS_WITH("$starts_with"),
    ENDS_WITH("$ends_with"),
    LT("$lt"),
    LTE("$lte"),
    GT("$gt"),
    GTE("$gte");

    static final Set<Operator> RANGE = set(EQ, LT, LTE, GT, GTE);
    static final Set<Operator> WORDS = set(EQ, CONTAINS, STARTS_WITH, ENDS_WITH);

    private final String wireName;

    Operator(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON, such as {@code $eq}. */
    public String wireName() {
        return wireName;
    }

    /** The operator with a name in JSON. */
    public static Optional<Operator> named(String wireName) {
        return Arrays.stream(values())
                .filter(operator -> operator.wireName.equals(wireName))
                .findFirst();
    }

    static Set<Operator> set(Operator first, Operator... rest) {
        return Collections.unmodifiableSet(EnumSet.of(first, rest));
    }

    static Set<Operator> with(Set<Operator> some, Operator... more) {
        EnumSet<Operator> all = EnumSet.copyOf(some);
        Collections.addAll(all, more);
        return Collections.unmodifiableSet(all);
    }
}
