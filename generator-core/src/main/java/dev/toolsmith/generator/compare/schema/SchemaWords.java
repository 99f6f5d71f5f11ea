package dev.toolsmith.generator.compare.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in a few words what a schema takes. */
final class SchemaWords {

    private static final int VALUES = 8;
    private static final int NAMES = 4;
    private static final int LONGEST = 160;

    private SchemaWords() {}

    /** The types alone: {@code string | null}. */
    static String types(Schema schema) {
        if (schema.takesAnything()) {
            return "anything";
        }
        Set<String> words = new LinkedHashSet<>();
        Stream.of(JsonType.values())
                .flatMap(type -> schema.branches(type).stream())
                .forEach(branch -> words.add(type(branch)));
        return words.isEmpty() ? "nothing" : String.join(" | ", words);
    }

    /** The types with what is asked of their values. */
    static String of(Schema schema) {
        if (schema.takesAnything()) {
            return "anything";
        }
        Set<String> words = new LinkedHashSet<>();
        Stream.of(JsonType.values())
                .flatMap(type -> schema.branches(type).stream())
                .forEach(branch -> words.add(of(branch)));
        return words.isEmpty() ? "nothing" : shortened(String.join(" | ", words));
    }

    /** One alternative. */
    static String of(Branch branch) {
        if (branch.values().isPresent()) {
            return values(branch.values().get(), Set.of());
        }
        List<String> words = new ArrayList<>();
        words.add(type(branch) + inside(branch));
        branch.limits().forEach((limit, bound) -> words.add(limit.words(bound)));
        branch.rules().stream()
                .filter(rule -> !rule.equals(Rule.WHOLE))
                .map(Rule::words)
                .forEach(words::add);
        return String.join(", ", words);
    }

    /** One alternative by its type and what tells it from others: members that have but one value, if there are any. */
    static String outline(Branch branch) {
        List<String> telling = branch.members().named().keySet().stream()
                .filter(name -> Disjoint.values(branch.members().of(name))
                        .filter(values -> values.size() == 1)
                        .isPresent())
                .limit(NAMES)
                .map(name -> member(name, branch.members()))
                .toList();
        return type(branch) + (telling.isEmpty() ? inside(branch) : " with " + String.join(", ", telling));
    }

    /** Enumerated values; of many, those that matter are named. */
    static String values(Collection<JsonNode> values, Collection<JsonNode> named) {
        if (values.size() == 1) {
            return value(values.iterator().next());
        }
        if (values.size() <= VALUES) {
            return "one of " + list(values, VALUES);
        }
        return "one of " + values.size() + " values" + (named.isEmpty() ? "" : " with " + list(named, VALUES));
    }

    /** What must be there together with something else. */
    static String together(Set<String> names) {
        return names.isEmpty() ? "alone" : "only with " + String.join(", ", names);
    }

    private static String type(Branch branch) {
        return branch.isWhole() ? "integer" : branch.type().word();
    }

    private static String inside(Branch branch) {
        if (branch.type() == JsonType.ARRAY && !branch.elements().rest().isAnything()) {
            return " of " + types(branch.elements().rest());
        }
        if (branch.type() != JsonType.OBJECT || branch.members().named().isEmpty()) {
            return "";
        }
        Set<String> names = branch.members().required().isEmpty()
                ? branch.members().named().keySet()
                : branch.members().required();
        return " with "
                + names.stream()
                        .limit(NAMES)
                        .map(name -> member(name, branch.members()))
                        .collect(Collectors.joining(", "))
                + (names.size() > NAMES ? ", …" : "");
    }

    private static String member(String name, Members members) {
        return Disjoint.values(members.of(name))
                .filter(values -> values.size() == 1)
                .map(values -> name + " = " + value(values.iterator().next()))
                .orElse(name);
    }

    private static String list(Collection<JsonNode> values, int most) {
        return values.stream().limit(most).map(SchemaWords::value).collect(Collectors.joining(", "))
                + (values.size() > most ? ", …" : "");
    }

    private static String value(JsonNode value) {
        String text = value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : value.toString();
        return shortened(text);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** Members whose names match a pattern. */
    static String patterns(Set<String> patterns) {
        return "members named like " + String.join(", ", patterns);
    }
}
