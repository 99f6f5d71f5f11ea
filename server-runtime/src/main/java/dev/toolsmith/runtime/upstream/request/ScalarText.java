package dev.toolsmith.runtime.upstream.request;

import dev.toolsmith.runtime.json.JsonTree;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** The text of a value outside JSON: in a query, a header or a form field. */
final class ScalarText {

    private static final int PLAIN_DIGITS = 40;

    private ScalarText() {}

    /** Strings as they are, numbers in full, booleans as words, objects and arrays as compact JSON. */
    static String of(JsonNode value) {
        if (value.isContainer()) {
            return JsonTree.text(value);
        }
        if (value.isBigDecimal() || value.isDouble() || value.isFloat()) {
            BigDecimal number = value.decimalValue();
            return Math.abs(number.scale()) + number.precision() <= PLAIN_DIGITS
                    ? number.toPlainString()
                    : number.toString();
        }
        return value.asString();
    }

    /** Compact JSON of any value. */
    static String json(JsonNode value) {
        return JsonTree.text(value);
    }

    /** Compact JSON of any value, ASCII only. */
    static String asciiJson(JsonNode value) {
        String json = json(value);
        StringBuilder text = new StringBuilder(json.length() + 16);
        for (int i = 0; i < json.length(); i++) {
            char character = json.charAt(i);
            if (character > '~') {
                String hex = Integer.toHexString(character);
                text.append("\\u").append("0000", hex.length(), 4).append(hex);
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }
}
