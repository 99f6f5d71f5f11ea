package dev.toolsmith.generator.compare.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One alternative of what a value may be: values of one type.
 *
 * @param type the type
 * @param values the only values, if they are enumerated
 * @param limits the bounds
 * @param rules what is demanded besides
 * @param members the members of an object
 * @param elements the items of an array
 */
record Branch(
        JsonType type,
        Optional<Set<JsonNode>> values,
        Map<Limit, Bound> limits,
        Set<Rule> rules,
        Members members,
        Elements elements) {

    private static final Comparator<Rule> ORDER =
            Comparator.comparing(Rule::keyword).thenComparing(Rule::value);

    static Branch free(JsonType type, SchemaSource source) {
        return new Branch(type, Optional.empty(), Map.of(), Set.of(), Members.free(source), Elements.free(source));
    }

    static List<Branch> anything(SchemaSource source) {
        return Stream.of(JsonType.values()).map(type -> free(type, source)).toList();
    }

    Branch withValues(Set<JsonNode> only) {
        return new Branch(type, Optional.of(only), limits, rules, members, elements);
    }

    Branch withRule(Rule rule) {
        Set<Rule> more = new TreeSet<>(ORDER);
        more.addAll(rules);
        more.add(rule);
        return new Branch(type, values, limits, more, members, elements);
    }

    Branch withLimits(Map<Limit, Bound> others) {
        return new Branch(type, values, others, rules, members, elements);
    }

    Branch withMembers(Members others) {
        return new Branch(type, values, limits, rules, others, elements);
    }

    Branch withElements(Elements others) {
        return new Branch(type, values, limits, rules, members, others);
    }

    boolean isWhole() {
        return rules.contains(Rule.WHOLE);
    }

    /** Whether nothing is asked of values but their type. */
    boolean isFree() {
        return values.isEmpty()
                && limits.isEmpty()
                && rules.isEmpty()
                && members.equals(Members.free(members.others().source()))
                && elements.equals(Elements.free(elements.rest().source()));
    }

    /** What both alternatives take. */
    Branch and(Branch more) {
        Set<Rule> bothRules = new TreeSet<>(ORDER);
        bothRules.addAll(rules);
        bothRules.addAll(more.rules);
        Map<Limit, Bound> bothLimits = new EnumMap<>(Limit.class);
        bothLimits.putAll(limits);
        more.limits.forEach((limit, bound) ->
                bothLimits.merge(limit, bound, (one, other) -> limit.isAtLeastAsStrict(one, other) ? one : other));
        return new Branch(
                type,
                both(values, more.values),
                bothLimits,
                bothRules,
                members.and(more.members),
                elements.and(more.elements));
    }

    private static Optional<Set<JsonNode>> both(Optional<Set<JsonNode>> first, Optional<Set<JsonNode>> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.or(() -> second);
        }
        Set<JsonNode> common = new LinkedHashSet<>(first.get());
        common.retainAll(second.get());
        return Optional.of(common);
    }
}
