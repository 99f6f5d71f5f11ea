package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.workspace.facts.Attribute;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Looks at operators and operands that one property of an attribute is asked by. */
final class PropertyCheck {

    private final FilterProperty property;
    private final ConditionForm form;
    private final OperatorAdvice advice;
    private final QueryProblems problems;

    PropertyCheck(
            Attribute attribute,
            FilterProperty property,
            ConditionForm form,
            KnownPlaces places,
            QueryProblems problems) {
        this.property = property;
        this.form = form.on(property, attribute.type());
        this.advice = new OperatorAdvice(attribute, property, this.form, places);
        this.problems = problems;
    }

    void check(String name, JsonNode operand, JsonPointer at) {
        Optional<FilterOperator> operator = FilterOperator.named(name);
        if (operator.isEmpty()) {
            problems.add(at, advice.unknown(name, operand));
        } else if (!property.operators().contains(operator.get())) {
            problems.add(at, advice.unfit(operator.get(), operand));
        } else {
            operand(operator.get(), operand).ifPresent(problem -> problems.add(at, problem));
        }
    }

    private Optional<String> operand(FilterOperator operator, JsonNode operand) {
        return switch (operator) {
            case NOT_EMPTY -> operand.isBoolean() ? Optional.empty() : Optional.of(notTrue(operand));
            case IN -> operands(operand);
            default -> property.operand().takes(operand) ? Optional.empty() : Optional.of(misfit(operator, operand));
        };
    }

    private String notTrue(JsonNode operand) {
        return "$not_empty takes true, not " + FilterWords.shown(operand) + "." + advice.emptiness();
    }

    private Optional<String> operands(JsonNode operands) {
        if (!operands.isArray()) {
            String wanted = form.asking("{\"$in\": [" + advice.value(operands) + "]}");
            return Optional.of("$in takes an array, not " + FilterWords.shown(operands) + ": use " + wanted + ".");
        }
        for (JsonNode operand : operands) {
            if (!property.operand().takes(operand)) {
                return Optional.of(advice.what() + ", is compared with an array of which each is "
                        + property.operand().words() + "; " + FilterWords.shown(operand) + " is not.");
            }
        }
        return Optional.empty();
    }

    private String misfit(FilterOperator operator, JsonNode operand) {
        String problem = advice.what() + ", is compared with ";
        if (operand.isArray()) {
            return problem + "one value, not with an array: use " + advice.oneOf(operator, operand) + ".";
        }
        problem += property.operand().words() + ", not with " + FilterWords.shown(operand);
        if (operand.isNull()) {
            return problem + "." + advice.emptiness();
        }
        return property.operand() == FilterOperand.MOMENT && FilterOperand.isDay(operand.asString(""))
                ? problem + ": use " + day(operator, operand.asString("")) + "."
                : problem + ".";
    }

    private String day(FilterOperator operator, String day) {
        String start = "\"" + day + "T00:00:00Z\"";
        if (operator != FilterOperator.EQ) {
            return form.asking("{\"" + operator.wireName() + "\": " + start + "}");
        }
        String next = "\"" + LocalDate.parse(day).plusDays(1) + "T00:00:00Z\"";
        return form.asking("{\"$gte\": " + start + ", \"$lt\": " + next + "}");
    }
}
