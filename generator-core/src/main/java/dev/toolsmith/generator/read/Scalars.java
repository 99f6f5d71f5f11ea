package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Scalars as JSON values. Plain YAML scalars follow the core schema of YAML 1.2 ({@code yes}, {@code on} and dates are
 * texts), with two differences: integers with a leading zero are texts, and infinities are faults.
 */
final class Scalars {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final int MAX_NUMBER_LENGTH = 1000;
    private static final int MAX_SCALE = 1000;

    private Scalars() {}

    /** The value of a plain YAML scalar. */
    static JsonNode plain(String text, Position at) throws TreeFault {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> NODES.nullNode();
            case "true", "True", "TRUE" -> NODES.booleanNode(true);
            case "false", "False", "FALSE" -> NODES.booleanNode(false);
            default -> mayBeNumber(text) ? numberOrText(text, at) : NODES.textNode(text);
        };
    }

    /** The exact value of a decimal number. */
    static JsonNode number(String text, Position at) throws TreeFault {
        if (text.length() > MAX_NUMBER_LENGTH) {
            throw numberFault(at);
        }
        if (DECIMAL.matcher(text).matches()) {
            return integer(new BigInteger(text));
        }
        try {
            BigDecimal value = new BigDecimal(text);
            if (Math.abs((long) value.scale()) > MAX_SCALE) {
                throw numberFault(at);
            }
            return NODES.numberNode(value);
        } catch (NumberFormatException e) {
            throw numberFault(at);
        }
    }

    static TreeFault syntaxError(String language, String problem, Position at) {
        return new TreeFault(
                "syntax-error",
                "Not " + language + ": " + problem + " (" + at + ")",
                "Correct the text at that place.");
    }

    private static boolean mayBeNumber(String text) {
        char first = text.charAt(0);
        return first == '+' || first == '-' || first == '.' || (first >= '0' && first <= '9');
    }

    private static JsonNode numberOrText(String text, Position at) throws TreeFault {
        if (NOT_FINITE.matcher(text).matches()) {
            throw new TreeFault(
                    "number-out-of-range",
                    "'" + text + "' is no JSON number (" + at + ")",
                    "Quote it if it is a text.");
        }
        if (OCTAL.matcher(text).matches()) {
            return integer(new BigInteger(text.substring(2), 8));
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return integer(new BigInteger(text.substring(2), 16));
        }
        if (LEADING_ZERO.matcher(text).matches() || !FLOAT.matcher(text).matches()) {
            return NODES.textNode(text);
        }
        return number(text, at);
    }

    private static JsonNode integer(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return NODES.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }

    private static TreeFault numberFault(Position at) {
        return new TreeFault(
                "number-out-of-range",
                "A number has more than " + MAX_SCALE + " digits (" + at + ")",
                "Write a smaller number, or quote it if it is a text.");
    }
}
