package dev.toolsmith.generator.compare.schema;

import dev.toolsmith.generator.plan.PatternRule;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the members of an object may be.
 *
 * @param named those that are named
 * @param patterns those whose name matches a pattern
 * @param others all others
 * @param required the names that must be there
 * @param together the names that must be there as soon as another one is
 */
record Members(
        Map<String, Schema> named,
        Map<String, Schema> patterns,
        Schema others,
        Set<String> required,
        Map<String, Set<String>> together) {

    static Members free(SchemaSource source) {
        return new Members(Map.of(), Map.of(), source.anything(), Set.of(), Map.of());
    }

    /** Whether an object may have a member of this name. */
    boolean allows(String name) {
        return !of(name).isNothing();
    }

    boolean names(String name) {
        return named.containsKey(name) && allows(name);
    }

    /** Whether a member of this name is no surprise: it is named, or no member is, or others are described. */
    boolean expects(String name) {
        return named.isEmpty() || named.containsKey(name) || !unnamed(name).isAnything();
    }

    /** What the member of this name may be. */
    Schema of(String name) {
        return named.containsKey(name) ? Objects.requireNonNull(named.get(name)) : unnamed(name);
    }

    private Schema unnamed(String name) {
        Schema found = others;
        boolean matched = false;
        for (Map.Entry<String, Schema> each : patterns.entrySet()) {
            if (matches(each.getKey(), name)) {
                found = matched ? found.and(each.getValue()) : each.getValue();
                matched = true;
            }
        }
        return found;
    }

    /** The names that must be there as soon as this one is. */
    Set<String> needsBeside(String name) {
        return together.getOrDefault(name, Set.of());
    }

    /** What both demand together. */
    Members and(Members more) {
        Map<String, Schema> bothNamed = new TreeMap<>();
        Set<String> names = new TreeSet<>(named.keySet());
        names.addAll(more.named.keySet());
        names.forEach(name -> bothNamed.put(name, of(name).and(more.of(name))));
        Map<String, Schema> bothPatterns = new TreeMap<>(patterns);
        more.patterns.forEach((pattern, schema) -> bothPatterns.merge(pattern, schema, Schema::and));
        Set<String> bothRequired = new TreeSet<>(required);
        bothRequired.addAll(more.required);
        Map<String, Set<String>> bothTogether = new TreeMap<>(together);
        more.together.forEach((name, needed) -> bothTogether.merge(name, needed, Members::union));
        return new Members(bothNamed, bothPatterns, others.and(more.others), bothRequired, bothTogether);
    }

    /** The same without members that nothing names. */
    Members closed() {
        return new Members(named, patterns, others.source().nothing(), required, together);
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        Set<String> all = new TreeSet<>(first);
        all.addAll(second);
        return all;
    }

    private static boolean matches(String pattern, String name) {
        return PatternRule.compiled(pattern)
                .filter(expression -> expression.matcher(name).find())
                .isPresent();
    }
}
