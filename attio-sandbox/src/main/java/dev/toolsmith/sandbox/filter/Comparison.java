package dev.toolsmith.sandbox.filter;

import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.values.Facet;
import dev.toolsmith.sandbox.values.Operator;
import dev.toolsmith.sandbox.wire.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * One operator with its operands, against one property.
 *
 * @param kind how the property compares
 * @param operator the operator
 * @param operands what it is compared with; several for {@code $in}
 */
record Comparison(Facet.Kind kind, Operator operator, List<String> operands) {
    Comparison {
        operands = List.copyOf(operands);
    }

    /** Reads an operand; refuses one that does not fit the property. */
    static Comparison of(Facet facet, Operator operator, JsonNode operand, List<String> path) {
        if (operator == Operator.NOT_EMPTY) {
            if (!operand.isBoolean()) {
                throw error(path, "$not_empty takes true or false");
            }
            return new Comparison(facet.kind(), operator, List.of(operand.asString()));
        }
        if (operator != Operator.IN) {
            return new Comparison(facet.kind(), operator, List.of(text(facet, operand, path)));
        }
        if (!operand.isArray()) {
            throw error(path, "$in takes an array");
        }
        List<String> operands = new ArrayList<>();
        operand.forEach(element -> operands.add(text(facet, element, path)));
        return new Comparison(facet.kind(), operator, operands);
    }

    private static Refusal error(List<String> path, String problem) {
        return Refusal.filter("filter_error", problem + ".", path);
    }

    private static String text(Facet facet, JsonNode operand, List<String> path) {
        String text = operand.isContainer() || operand.isNull() ? "" : operand.asString();
        boolean fits = switch (facet.kind()) {
            case TEXT, FOLDED -> operand.isString();
            case FLAG -> operand.isBoolean() || text.equals("true") || text.equals("false");
            case NUMBER -> number(text).signum() >= -1 && isNumber(text);
            case DATE -> Moments.parseDate(text).isPresent();
            case MOMENT -> Moments.parse(text).isPresent();
        };
        if (!fits) {
            throw error(path, "The operand " + operand + " does not fit the property " + facet.name());
        }
        return text;
    }

    private static boolean isNumber(String text) {
        return text.length() <= 64 && text.matches("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");
    }

    private static BigDecimal number(String text) {
        return isNumber(text) ? new BigDecimal(text) : BigDecimal.ZERO;
    }

    /** Whether a property that offers these texts fulfils it. */
    boolean holds(List<String> offered) {
        if (operator == Operator.NOT_EMPTY) {
            boolean filled = offered.stream().anyMatch(text -> !text.isEmpty());
            return filled == Boolean.parseBoolean(operands.get(0));
        }
        return offered.stream().anyMatch(text -> operands.stream().anyMatch(operand -> compare(text, operand)));
    }

    private boolean compare(String text, String operand) {
        return switch (operator) {
            case EQ, IN -> order(kind, text, operand) == 0;
            case LT -> order(kind, text, operand) < 0;
            case LTE -> order(kind, text, operand) <= 0;
            case GT -> order(kind, text, operand) > 0;
            case GTE -> order(kind, text, operand) >= 0;
            case CONTAINS -> fold(text).contains(fold(operand));
            case STARTS_WITH -> fold(text).startsWith(fold(operand));
            case ENDS_WITH -> fold(text).endsWith(fold(operand));
            case NOT_EMPTY -> !text.isEmpty();
        };
    }

    /** How two texts of a property are ordered. */
    static int order(Facet.Kind kind, String left, String right) {
        return switch (kind) {
            case TEXT, FLAG -> left.compareTo(right);
            case FOLDED -> fold(left).compareTo(fold(right));
            case NUMBER -> number(left).compareTo(number(right));
            case DATE -> date(left).compareTo(date(right));
            case MOMENT -> moment(left).compareTo(moment(right));
        };
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static LocalDate date(String text) {
        return Moments.parseDate(text).orElse(LocalDate.MIN);
    }

    private static Instant moment(String text) {
        return Moments.parse(text).orElse(Instant.MIN);
    }
}
