package dev.toolsmith.runtime.schema;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.text.ShortText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values and types in words. */
final class ValueText {

    private static final int LONGEST = 64;

    private ValueText() {}

    /** What came: its type, and its value cut to 64 characters. */
    static String of(JsonNode value) {
        if (value.isNull() || value.isBoolean()) {
            return value.toString();
        }
        return "the " + type(value) + " " + json(value);
    }

    /** A value as JSON, cut to 64 characters. */
    static String json(JsonNode value) {
        return value.isString()
                ? '"' + ShortText.of(value.asString(), LONGEST) + '"'
                : ShortText.of(JsonTree.text(value), LONGEST);
    }

    /** The types that a schema's {@code type} allows, such as {@code a string or null}. */
    static String types(JsonNode type) {
        List<String> words = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(one -> words.add(word(one.asString())));
        } else {
            words.add(word(type.asString()));
        }
        return either(words);
    }

    static String either(List<String> words) {
        return joined(words, " or ");
    }

    static String all(List<String> words) {
        return joined(words, " and ");
    }

    private static String joined(List<String> words, String beforeLast) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + beforeLast + words.get(last);
    }

    /** Whether a {@code type} allows a type. */
    static boolean allows(JsonNode type, String name) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (one.asString().equals(name)) {
                    return true;
                }
            }
            return false;
        }
        return type.asString("").equals(name);
    }

    /** How to send a value so that it has an allowed type; empty when no simple change helps. */
    static String remedy(JsonNode type, JsonNode value) {
        boolean number = allows(type, "number") || allows(type, "integer");
        if (value.isString()) {
            JsonNode inside = inside(value.asString());
            if (inside.isObject() && allows(type, "object")) {
                return " Send the object itself, not a string of JSON.";
            }
            if (inside.isArray() && allows(type, "array")) {
                return " Send the array itself, not a string of JSON.";
            }
            if ((inside.isNumber() && number) || (inside.isBoolean() && allows(type, "boolean"))) {
                return " Send " + json(inside) + " without quotes.";
            }
        }
        if (allows(type, "array") && !value.isArray() && !value.isNull()) {
            return " Send an array, also of one value.";
        }
        if (allows(type, "string") && (value.isNumber() || value.isBoolean())) {
            return " Send it in quotes: \"" + json(value) + "\".";
        }
        return "";
    }

    private static JsonNode inside(String text) {
        try {
            return JsonTree.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private static String type(JsonNode value) {
        return value.isString() ? "string" : value.isNumber() ? "number" : value.isArray() ? "array" : "object";
    }

    private static String word(String type) {
        return switch (type) {
            case "integer" -> "a whole number";
            case "object", "array" -> "an " + type;
            case "null" -> "null";
            case "boolean" -> "true or false";
            default -> "a " + type;
        };
    }
}
