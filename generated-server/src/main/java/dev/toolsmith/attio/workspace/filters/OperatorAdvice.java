package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.words.ListingWords;
import dev.toolsmith.attio.workspace.words.Said;
import dev.toolsmith.runtime.text.ClosestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Says what to ask a property by instead of something that it does not take. */
final class OperatorAdvice {

    private static final int MOST_SHOWN = 4;
    private static final Set<String> DIFFERS =
            Set.of("$ne", "$neq", "$not", "$not_eq", "$not_equals", "$is_not", "$not_contains");
    private static final Set<String> NONE_OF = Set.of("$nin", "$not_in", "$none");
    private static final Set<String> EMPTINESS =
            Set.of("$exists", "$empty", "$is_empty", "$is_not_empty", "$null", "$is_null", "$not_null", "$is_set");
    private static final Set<String> BETWEEN = Set.of("$between", "$range");

    private final Attribute attribute;
    private final FilterProperty property;
    private final ConditionForm form;
    private final KnownPlaces places;

    /**
     * Advice on one property.
     *
     * @param form how a condition on this property is written
     */
    OperatorAdvice(Attribute attribute, FilterProperty property, ConditionForm form, KnownPlaces places) {
        this.attribute = attribute;
        this.property = property;
        this.form = form;
        this.places = places;
    }

    /** What is asked, such as {@code email_domain of Email addresses, an email-address}. */
    String what() {
        String of = property.isMeant(attribute.type()) ? "" : property.name() + " of ";
        return of + FilterWords.attribute(attribute);
    }

    /** On an operator that there is not. */
    String unknown(String name, JsonNode operand) {
        String problem = Said.quoted(name) + " is no operator of filters";
        if (DIFFERS.contains(name)) {
            return problem + ": use " + form.not(value(operand)) + ".";
        }
        if (NONE_OF.contains(name)) {
            return problem + ": use " + form.neither(values(operand)) + ".";
        }
        if (name.equals("$or") || name.equals("$and")) {
            return problem + " within an attribute. It joins filters: "
                    + form.either(examples()).replace("$or", name) + ".";
        }
        if (EMPTINESS.contains(name)) {
            return problem + "." + emptiness();
        }
        if (BETWEEN.contains(name) && has(FilterOperator.GTE)) {
            List<String> ends = values(operand);
            return problem + ": use " + form.asking("{\"$gte\": " + ends.get(0) + ", \"$lte\": " + ends.get(1) + "}")
                    + ".";
        }
        String closest = ClosestNames.to(name, names())
                .map(meant -> " Did you mean " + meant + "?")
                .orElse("");
        return problem + "." + closest + takes();
    }

    /** On an operator that does not work on the property. */
    String unfit(FilterOperator operator, JsonNode operand) {
        String problem = operator.wireName() + " does not work on " + what();
        if (operator == FilterOperator.IN) {
            return problem + ": use "
                    + (isOne(operand) ? form.asking(value(only(operand))) : form.either(values(operand))) + ".";
        }
        return problem + "." + (operator == FilterOperator.NOT_EMPTY ? emptiness() : takes());
    }

    /** How to ask whether there is a value. */
    String emptiness() {
        String any = any();
        return any.isEmpty()
                ? takes()
                : " Use " + form.asking(any) + " for those with a value, " + form.not(any) + " for those without.";
    }

    /** How to ask for one of several values. */
    String oneOf(FilterOperator operator, JsonNode operands) {
        if (operator == FilterOperator.EQ) {
            return has(FilterOperator.IN)
                    ? form.asking("{\"$in\": [" + String.join(", ", values(operands)) + "]}")
                    : form.either(values(operands));
        }
        String name = "{\"" + operator.wireName() + "\": ";
        return form.either(
                values(operands).stream().map(value -> name + value + "}").toList());
    }

    /** The only operand, or one that would do, as JSON. */
    String value(JsonNode operand) {
        return property.operand().takes(operand)
                ? FilterWords.shown(operand)
                : property.operand().example();
    }

    private static boolean isOne(JsonNode operands) {
        return operands.isArray() ? operands.size() == 1 : operands.isValueNode();
    }

    private static JsonNode only(JsonNode operands) {
        return operands.isArray() ? operands.path(0) : operands;
    }

    /** The first operands, two at least, as JSON. */
    private List<String> values(JsonNode operands) {
        List<String> all = new ArrayList<>();
        for (JsonNode operand : operands) {
            if (all.size() < MOST_SHOWN && property.operand().takes(operand)) {
                all.add(FilterWords.shown(operand));
            }
        }
        return all.size() > 1 ? all : examples();
    }

    private List<String> examples() {
        return List.of(property.operand().example(), property.operand().otherExample());
    }

    private boolean has(FilterOperator operator) {
        return property.operators().contains(operator);
    }

    private List<String> names() {
        return property.operators().stream().map(FilterOperator::wireName).toList();
    }

    private String takes() {
        return " It takes " + String.join(", ", names()) + "." + more();
    }

    private String more() {
        if (!property.isMeant(attribute.type())) {
            return "";
        }
        return switch (attribute.type()) {
            case STATUS, SELECT ->
                places.of(attribute)
                        .map(place -> " " + ListingWords.choices(place, attribute) + " lists its titles.")
                        .orElse("");
            case ACTOR_REFERENCE -> " list_all_attio_workspace_members tells the ids of members.";
            case RECORD_REFERENCE ->
                " It is compared with the ids of records."
                        + new ReferenceWords(places).onward(attribute, form.steps(), ReferenceWords.ANY);
            default -> "";
        };
    }

    /** What every value fulfils, as JSON; empty when there is no such question. */
    private String any() {
        if (has(FilterOperator.NOT_EMPTY)) {
            return "{\"$not_empty\": true}";
        }
        return switch (attribute.type()) {
            case DATE -> "{\"$gte\": \"0001-01-01\"}";
            case TIMESTAMP -> "{\"$gte\": \"0001-01-01T00:00:00Z\"}";
            case RATING -> "{\"$gte\": 0}";
            case EMAIL_ADDRESS -> property.name().endsWith("email_address") ? "{\"$contains\": \"@\"}" : "";
            case PHONE_NUMBER -> "{\"$starts_with\": \"+\"}";
            default -> "";
        };
    }
}
