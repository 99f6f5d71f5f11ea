package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.model.StoredValue;
import dev.toolsmith.sandbox.schema.Attribute;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A property of a type that filters and sorts may name.
 *
 * @param name the property
 * @param kind how its operands compare
 * @param operators what may be asked of it
 * @param operands the texts that a stored value offers for comparison; it matches when one of them does
 */
public record Facet(
        String name, Kind kind, Set<Operator> operators, BiFunction<Lookup, StoredValue, List<String>> operands) {
    public Facet {
        operators = java.util.Collections.unmodifiableSet(EnumSet.copyOf(operators));
    }

    /** How operands compare. */
    public enum Kind {
        /** As they are written. */
        TEXT,
        /** Without regard to case. */
        FOLDED,
        /** As numbers. */
        NUMBER,
        /** As {@code true} and {@code false}. */
        FLAG,
        /** As dates. */
        DATE,
        /** As moments. */
        MOMENT
    }

    /**
     * What an operand may have to look up.
     *
     * @param workspace the workspace
     * @param attribute the attribute of the value
     */
    public record Lookup(dev.toolsmith.sandbox.model.Workspace workspace, Attribute attribute) {}

    /** A property that offers what the stored value holds under the same name. */
    static Facet stored(String name, Kind kind, Set<Operator> operators) {
        return new Facet(name, kind, operators, (lookup, value) -> text(value, name));
    }

    private static List<String> text(StoredValue value, String name) {
        var node = value.content().path(name);
        return node.isNull() || node.isMissingNode() ? List.of() : List.of(node.asString());
    }

    /** The moment from which a value holds. */
    static Facet activeFrom() {
        return new Facet(
                "active_from",
                Kind.MOMENT,
                Operator.RANGE,
                (lookup, value) -> List.of(value.activeFrom().toString()));
    }
}
