package dev.toolsmith.generator.emit;

import com.fasterxml.jackson.databind.JsonNode;

/** Compact JSON that can be encoded as UTF-8 and read line by line, whatever stands in its strings. */
public final class JsonText {

    private JsonText() {}

    /**
     * The value as one line. Surrogates without a partner and Unicode's own line separators, which can only stand in
     * strings, are written as escapes.
     */
    public static String of(JsonNode value) {
        String json = value.toString();
        StringBuilder safe = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < json.length() && Character.isLowSurrogate(json.charAt(i + 1))) {
                safe.append(c).append(json.charAt(++i));
            } else if (Character.isSurrogate(c) || c == '\u2028' || c == '\u2029' || c == '\u0085') {
                safe.append("\\u%04x".formatted((int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }
}
