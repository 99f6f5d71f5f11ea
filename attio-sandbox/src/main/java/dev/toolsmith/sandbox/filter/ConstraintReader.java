package dev.toolsmith.sandbox.filter;

import dev.toolsmith.sandbox.model.Item;
import dev.toolsmith.sandbox.model.StoredValue;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.values.Facet;
import dev.toolsmith.sandbox.values.Operator;
import dev.toolsmith.sandbox.values.ValueKind;
import dev.toolsmith.sandbox.values.ValueKinds;
import dev.toolsmith.sandbox.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what a filter asks of one attribute: a bare value, operators, or operators by property. */
final class ConstraintReader {
    private final Attribute attribute;
    private final ValueKind kind;
    private final Facet.Lookup lookup;

    ConstraintReader(Workspace workspace, Attribute attribute) {
        this.attribute = attribute;
        this.kind = ValueKinds.of(attribute.type());
        this.lookup = new Facet.Lookup(workspace, attribute);
    }

    /** One property with what is asked of it. */
    private record Test(Facet facet, Comparison comparison) {
        boolean holds(StoredValue value, Facet.Lookup lookup) {
            return comparison.holds(facet.operands().apply(lookup, value));
        }
    }

    Condition read(JsonNode constraint, List<String> path) {
        List<Test> tests = new ArrayList<>();
        if (!constraint.isObject()) {
            tests.add(test(implicit(path), Operator.EQ, constraint, path));
        }
        for (var property : constraint.properties()) {
            List<String> place = FilterReader.longer(path, property.getKey());
            if (property.getKey().startsWith("$")) {
                tests.add(test(implicit(path), operator(property.getKey(), place), property.getValue(), place));
            } else {
                property(property.getKey(), property.getValue(), place, tests);
            }
        }
        return item -> holds(item, tests);
    }

    private void property(String name, JsonNode constraint, List<String> path, List<Test> tests) {
        Facet facet = kind.facet(name)
                .orElseThrow(() -> Refusal.filter(
                        "invalid_filter_field",
                        "Attributes of type " + attribute.type().wireName() + " cannot be filtered by \"" + name
                                + "\".",
                        path));
        if (!constraint.isObject()) {
            tests.add(test(facet, Operator.EQ, constraint, path));
            return;
        }
        for (var each : constraint.properties()) {
            List<String> place = FilterReader.longer(path, each.getKey());
            tests.add(test(facet, operator(each.getKey(), place), each.getValue(), place));
        }
    }

    private Facet implicit(List<String> path) {
        return kind.implicitFacet()
                .orElseThrow(() -> Refusal.filter(
                        "filter_error",
                        "Name the property of " + attribute.slug() + " that the filter is about.",
                        path));
    }

    private Operator operator(String name, List<String> path) {
        return Operator.named(name).orElseThrow(() -> invalidOperator(name, path));
    }

    private Refusal invalidOperator(String name, List<String> path) {
        return Refusal.filter(
                "invalid_filter_operator",
                "The operator " + name + " does not work on " + attribute.slug() + " of type "
                        + attribute.type().wireName() + ".",
                path);
    }

    private Test test(Facet facet, Operator operator, JsonNode operand, List<String> path) {
        if (!facet.operators().contains(operator)) {
            throw invalidOperator(operator.wireName(), path);
        }
        return new Test(facet, Comparison.of(facet, operator, operand, path));
    }

    /** Whether one of the values passes every test; of no value only emptiness can be asked. */
    private boolean holds(Item item, List<Test> tests) {
        List<StoredValue> values = item.current(attribute.id());
        if (values.isEmpty()) {
            return tests.stream()
                    .allMatch(test -> test.comparison().operator() == Operator.NOT_EMPTY
                            && test.comparison().holds(List.of()));
        }
        return values.stream().anyMatch(value -> tests.stream().allMatch(test -> test.holds(value, lookup)));
    }

    /** What a value offers for sorting; empty when it offers nothing. */
    Optional<String> sortKey(Item item, Facet facet) {
        return item.current(attribute.id()).stream()
                .flatMap(value -> facet.operands().apply(lookup, value).stream().limit(1))
                .findFirst();
    }

    ValueKind kind() {
        return kind;
    }
}
