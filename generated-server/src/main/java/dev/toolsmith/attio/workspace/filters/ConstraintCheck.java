package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.words.Said;
import dev.toolsmith.runtime.text.ClosestNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Looks at what a filter asks of one attribute: a bare value, operators, or operators by property. */
final class ConstraintCheck {

    private final Attribute attribute;
    private final ConditionForm form;
    private final KnownPlaces places;
    private final QueryProblems problems;

    ConstraintCheck(Attribute attribute, ConditionForm form, KnownPlaces places, QueryProblems problems) {
        this.attribute = attribute;
        this.form = form;
        this.places = places;
        this.problems = problems;
    }

    void check(JsonNode constraint, JsonPointer at) {
        if (attribute.type() == AttributeType.UNKNOWN) {
            return;
        }
        if (!constraint.isObject()) {
            implicitly(FilterOperator.EQ.wireName(), constraint, at);
            return;
        }
        for (Map.Entry<String, JsonNode> member : constraint.properties()) {
            if (problems.isFull()) {
                return;
            }
            JsonPointer place = at.appendProperty(member.getKey());
            if (member.getKey().startsWith("$")) {
                implicitly(member.getKey(), member.getValue(), place);
            } else {
                byProperty(member.getKey(), member.getValue(), place);
            }
        }
    }

    private void implicitly(String operator, JsonNode operand, JsonPointer at) {
        Optional<FilterProperty> meant = FilterProperty.implicit(attribute.type());
        if (meant.isPresent()) {
            new PropertyCheck(attribute, meant.get(), form, places, problems).check(operator, operand, at);
            return;
        }
        List<FilterProperty> all = FilterProperty.of(attribute.type());
        problems.add(
                at,
                FilterWords.attribute(attribute) + ", is filtered by one of its properties, like "
                        + form.asking("{\"locality\": \"London\"}") + ". It has " + names(all) + ".");
    }

    private void byProperty(String name, JsonNode constraint, JsonPointer at) {
        Optional<FilterProperty> property = FilterProperty.find(attribute.type(), name);
        if (property.isEmpty()) {
            problems.add(at, unknown(name));
            return;
        }
        PropertyCheck check = new PropertyCheck(attribute, property.get(), form, places, problems);
        if (!constraint.isObject()) {
            check.check(FilterOperator.EQ.wireName(), constraint, at);
            return;
        }
        for (Map.Entry<String, JsonNode> member : constraint.properties()) {
            if (problems.isFull()) {
                return;
            }
            check.check(member.getKey(), member.getValue(), at.appendProperty(member.getKey()));
        }
    }

    private String unknown(String name) {
        String problem = FilterWords.attribute(attribute) + ", cannot be filtered by " + Said.quoted(name) + ".";
        Optional<FilterOperator> operator = FilterOperator.named("$" + name);
        if (operator.isPresent()) {
            return problem + " Operators begin with $: write \""
                    + operator.get().wireName() + "\".";
        }
        List<FilterProperty> all = FilterProperty.of(attribute.type());
        String closest = ClosestNames.to(
                        name, all.stream().map(FilterProperty::name).toList())
                .map(meant -> " Did you mean \"" + meant + "\"?")
                .orElse("");
        return problem + closest + " It has " + names(all) + "." + hint(name);
    }

    private String hint(String name) {
        return switch (attribute.type()) {
            case RECORD_REFERENCE -> new ReferenceWords(places).onward(attribute, form.steps(), name);
            case ACTOR_REFERENCE -> " list_all_attio_workspace_members tells the ids of members.";
            case STATUS -> " The title of a status stands in \"status\", or in place of the properties.";
            case SELECT -> " The title of an option stands in \"option\", or in place of the properties.";
            case PHONE_NUMBER -> " Numbers are compared as \"+15558675309\".";
            default -> "";
        };
    }

    private static String names(List<FilterProperty> properties) {
        return Said.names(properties.stream().map(FilterProperty::name).toList());
    }
}
