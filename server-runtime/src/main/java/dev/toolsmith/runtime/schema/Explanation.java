package dev.toolsmith.runtime.schema;

import com.networknt.schema.Error;
import dev.toolsmith.runtime.schema.ErrorPlace.Choice;
import dev.toolsmith.runtime.text.ShortText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * All that is wrong with arguments, in words for a model. Of a choice between forms only the one that comes closest is
 * told of; when none comes close, what the forms have in common.
 */
final class Explanation {

    private static final int MOST_PROBLEMS = 10;
    private static final int WRONG_KIND = 1000;
    private static final int WRONG_MARK = 100;
    private static final int LONGEST_NAME = 64;
    private static final int MOST_FORMS = 4;

    /** What each form of a choice finds wrong. */
    private record Branches(Choice choice, Map<String, List<Error>> errors) {
        void add(String branch, Error error) {
            errors.computeIfAbsent(branch, key -> new ArrayList<>()).add(error);
        }
    }

    private final ProblemText text;

    Explanation(JsonNode schema) {
        this.text = new ProblemText(schema);
    }

    String of(List<Error> errors) {
        Set<String> problems = problems(errors, 0);
        StringBuilder message = new StringBuilder("These arguments do not fit the tool. Nothing was sent.");
        problems.stream()
                .limit(MOST_PROBLEMS)
                .forEach(problem -> message.append("\n- ").append(problem));
        if (problems.size() > MOST_PROBLEMS) {
            message.append("\n- and ").append(problems.size() - MOST_PROBLEMS).append(" more.");
        }
        return message.append(problems.size() == 1 ? "\nMend it" : "\nMend them")
                .append(" and call the tool again.")
                .toString();
    }

    /** The problems alone. */
    List<String> lines(List<Error> errors) {
        return List.copyOf(problems(errors, 0));
    }

    private Set<String> problems(List<Error> errors, int from) {
        Set<String> problems = new LinkedHashSet<>();
        Map<String, Branches> choices = new LinkedHashMap<>();
        for (Error error : errors) {
            if (isConsequence(error, errors)) {
                continue;
            }
            Optional<Choice> choice = ErrorPlace.choice(error, from);
            if (choice.isPresent()) {
                choices.computeIfAbsent(choice.get().key(), key -> new Branches(choice.get(), new LinkedHashMap<>()))
                        .add(choice.get().branch(), error);
            } else if (!isSummary(error)) {
                problems.add(text.of(error));
            }
        }
        choices.values().forEach(branches -> problems.addAll(ofChoice(branches.choice(), branches.errors())));
        return problems;
    }

    /** Where no form fits, every member of the object is one that no form knows: only the misfit is worth telling. */
    private static boolean isConsequence(Error error, List<Error> errors) {
        return ErrorPlace.isOfUnevaluated(error)
                && errors.stream()
                        .anyMatch(other -> !ErrorPlace.isOfUnevaluated(other) && ErrorPlace.isInObjectOf(other, error));
    }

    /** The error that a oneOf adds beside those of its branches. */
    private static boolean isSummary(Error error) {
        return error.getKeyword().equals("oneOf") && "oneOf".equals(error.getMessageKey());
    }

    private Set<String> ofChoice(Choice choice, Map<String, List<Error>> branches) {
        Optional<String> common = inCommon(choice, branches).or(() -> missing(choice, branches));
        if (common.isPresent()) {
            return Set.of(common.get());
        }
        List<Error> best = List.of();
        int bestScore = Integer.MAX_VALUE;
        for (List<Error> errors : branches.values()) {
            int score = score(choice, errors);
            if (score < bestScore) {
                best = errors;
                bestScore = score;
            }
        }
        return problems(best, choice.next());
    }

    /** One sentence when every form only lacks members, and none of them lacks all that another does. */
    private static Optional<String> missing(Choice choice, Map<String, List<Error>> branches) {
        List<Set<String>> lacking = new ArrayList<>();
        String place = "";
        for (List<Error> errors : branches.values()) {
            Set<String> names = new LinkedHashSet<>();
            for (Error error : errors) {
                if (!error.getKeyword().equals("required")
                        || error.getInstanceLocation().getNameCount() != choice.depth()) {
                    return Optional.empty();
                }
                names.add(ShortText.of(error.getProperty(), LONGEST_NAME));
                place = ErrorPlace.inArguments(error.getInstanceLocation());
            }
            if (lacking.stream().anyMatch(other -> other.containsAll(names) || names.containsAll(other))) {
                return Optional.empty();
            }
            lacking.add(names);
        }
        return lacking.size() < 2
                ? Optional.empty()
                : Optional.of(ProblemText.missing(
                        place,
                        lacking.stream()
                                .map(names -> ValueText.all(List.copyOf(names)))
                                .toList()));
    }

    /** One sentence when every form fails for the value's type, or for not being one of its values. */
    private Optional<String> inCommon(Choice choice, Map<String, List<Error>> branches) {
        List<Error> atPlace = new ArrayList<>();
        for (List<Error> errors : branches.values()) {
            for (Error error : errors) {
                if (error.getInstanceLocation().getNameCount() == choice.depth() && isKind(error)) {
                    atPlace.add(error);
                }
            }
        }
        long failing = branches.values().stream()
                .filter(errors -> errors.stream().anyMatch(atPlace::contains))
                .count();
        if (branches.size() < 2 || failing < branches.size()) {
            return Optional.empty();
        }
        Error first = atPlace.get(0);
        String place = ErrorPlace.inArguments(first.getInstanceLocation());
        return Optional.of(
                (place.isEmpty() ? "the arguments" : place) + ": " + inCommon(atPlace, first.getInstanceNode()));
    }

    /** What objects of several forms must have, where an object is all that is expected. */
    private String forms(List<Error> errors, ArrayNode types) {
        Set<String> forms = new LinkedHashSet<>();
        errors.forEach(error -> forms.add(WantedValue.required(text.schemaAround(error))));
        boolean objects = types.size() == 1 && ValueText.allows(types, "object");
        return !objects || forms.contains("") || forms.size() > MOST_FORMS
                ? ""
                : " with " + String.join(", or with ", forms);
    }

    private String inCommon(List<Error> errors, JsonNode value) {
        ArrayNode types = JsonNodeFactory.instance.arrayNode();
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        for (Error error : errors) {
            JsonNode wanted = error.getSchemaNode();
            ArrayNode target = error.getKeyword().equals("type") ? types : values;
            if (wanted.isArray() && !error.getKeyword().equals("const")) {
                wanted.forEach(one -> addOnce(target, one));
            } else {
                addOnce(target, wanted);
            }
        }
        if (values.isEmpty()) {
            return ProblemText.expected(ValueText.types(types) + forms(errors, types), value)
                    + ValueText.remedy(types, value);
        }
        return types.isEmpty() || value.isString() == values.get(0).isString()
                ? ProblemText.choice(values, value)
                : ProblemText.expected(ValueText.types(types), value);
    }

    private static void addOnce(ArrayNode array, JsonNode value) {
        for (JsonNode present : array) {
            if (present.equals(value)) {
                return;
            }
        }
        array.add(value);
    }

    private int score(Choice choice, List<Error> errors) {
        int score = problems(errors, choice.next()).size();
        for (Error error : errors) {
            int depth = error.getInstanceLocation().getNameCount() - choice.depth();
            boolean own = ErrorPlace.choice(error, choice.next()).isEmpty();
            if (own && isKind(error)) {
                score += depth == 0
                        ? WRONG_KIND
                        : depth == 1 && !error.getKeyword().equals("type") ? WRONG_MARK : 0;
            }
        }
        return score;
    }

    private static boolean isKind(Error error) {
        return switch (error.getKeyword()) {
            case "type", "enum", "const" -> true;
            default -> false;
        };
    }
}
