package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.workspace.facts.Attribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Looks at a filter: conditions on attributes, logic, and paths through references. */
final class FilterCheck {

    /** How many keys and indices may lead to a filter within a filter that is looked at; deeper ones are let through. */
    static final int DEEPEST = 100;

    static final Set<String> LOGIC = Set.of("$and", "$or", "$not");

    private final KnownPlaces places;
    private final QueryProblems problems;

    FilterCheck(KnownPlaces places, QueryProblems problems) {
        this.places = places;
        this.problems = problems;
    }

    /** Looks at a whole filter. */
    void check(JsonNode filter, JsonPointer at) {
        check(filter, at, 0);
    }

    private void check(JsonNode filter, JsonPointer at, int depth) {
        if (problems.isFull() || depth > DEEPEST) {
            return;
        }
        if (!filter.isObject()) {
            problems.add(
                    at, "a filter is an object, like {\"ATTRIBUTE\": \"A\"}, not " + FilterWords.shown(filter) + ".");
        } else if (filter.has("path")) {
            path(filter, at);
        } else if (isForeign(filter)) {
            problems.add(at, new PlaceWords(places).foreign(places.start(), List.copyOf(filter.propertyNames())));
        } else {
            for (Map.Entry<String, JsonNode> member : filter.properties()) {
                if (problems.isFull()) {
                    return;
                }
                member(member.getKey(), member.getValue(), at.appendProperty(member.getKey()), depth + 1);
            }
        }
    }

    /** Whether a filter of several members has none that says what is compared, as those of other APIs. */
    private boolean isForeign(JsonNode filter) {
        return filter.size() > 1
                && places.knows(places.start())
                && filter.propertyNames().stream()
                        .noneMatch(name -> name.startsWith("$")
                                || name.contains(".")
                                || places.attribute(places.start(), name).isPresent()
                                || new PlaceWords(places).isMeant(places.start(), name));
    }

    private void member(String name, JsonNode value, JsonPointer at, int depth) {
        if (name.equals("$not")) {
            negation(value, at, depth);
        } else if (LOGIC.contains(name)) {
            joined(name, value, at, depth);
        } else if (places.knows(places.start())) {
            Optional<Attribute> attribute = places.attribute(places.start(), name);
            attribute.ifPresentOrElse(
                    known -> attribute(known, name).check(value, at),
                    () -> problems.add(at, new PlaceWords(places).unknown(places.start(), name)));
        }
    }

    private ConstraintCheck attribute(Attribute attribute, String name) {
        return new ConstraintCheck(attribute, ConditionForm.ofAttribute(places.start(), name), places, problems);
    }

    private void joined(String name, JsonNode parts, JsonPointer at, int depth) {
        if (!parts.isArray()) {
            problems.add(
                    at,
                    name + " takes an array of filters, like {\"" + name
                            + "\": [{\"ATTRIBUTE\": \"A\"}, {\"ATTRIBUTE\": \"B\"}]}, not " + FilterWords.shown(parts)
                            + ".");
            return;
        }
        int index = 0;
        for (JsonNode part : parts) {
            check(part, at.appendIndex(index), depth + 1);
            index++;
        }
    }

    private void negation(JsonNode negated, JsonPointer at, int depth) {
        for (String name : LOGIC) {
            if (negated.has(name)) {
                problems.add(
                        at.appendProperty(name),
                        "$not takes conditions on attributes only, no " + name + ". " + insteadOfNegated(name));
                return;
            }
        }
        check(negated, at, depth);
    }

    private static String insteadOfNegated(String name) {
        return switch (name) {
            case "$or" -> "Use {\"$and\": [{\"$not\": A}, {\"$not\": B}]} for neither A nor B.";
            case "$and" -> "Use {\"$or\": [{\"$not\": A}, {\"$not\": B}]} for not both A and B.";
            default -> "Leave out both.";
        };
    }

    private void path(JsonNode filter, JsonPointer at) {
        for (String name : filter.propertyNames()) {
            if (!name.equals("path") && !name.equals("constraints")) {
                problems.add(
                        at.appendProperty(name),
                        "beside path stands nothing but constraints. Join others by {\"$and\": [{\"path\": ...,"
                                + " \"constraints\": ...}, ...]}.");
                return;
            }
        }
        JsonNode path = filter.path("path");
        Optional<Attribute> end = new PathCheck(places, problems).end(path, at.appendProperty("path"));
        if (!filter.has("constraints")) {
            problems.add(
                    at, "a path needs constraints, like {\"path\": ..., \"constraints\": {\"$contains\": \"a\"}}.");
            return;
        }
        end.ifPresent(attribute -> new ConstraintCheck(attribute, ConditionForm.ofPath(path), places, problems)
                .check(filter.path("constraints"), at.appendProperty("constraints")));
    }
}
