package dev.toolsmith.runtime.schema;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a schema wants, in a few words: the values it lists, else the types it allows. */
final class WantedValue {

    private static final int MOST_STEPS = 8;

    private WantedValue() {}

    /** The words, such as {@code one of "a", "b"} or {@code an object}; empty when the schema says neither. */
    static String words(JsonNode root, JsonNode schema) {
        return words(root, schema, MOST_STEPS);
    }

    private static String words(JsonNode root, JsonNode schema, int steps) {
        if (steps == 0) {
            return "";
        }
        if (schema.has("enum")) {
            return ProblemText.values(schema.path("enum"));
        }
        if (schema.has("const")) {
            return ValueText.json(schema.path("const"));
        }
        if (schema.has("type")) {
            return ValueText.types(schema.path("type"));
        }
        String reference = schema.path("$ref").asString("");
        if (reference.startsWith("#/")) {
            return words(root, root.at(reference.substring(1)), steps - 1);
        }
        String alternatives = anyOf(root, schema.path(schema.has("oneOf") ? "oneOf" : "anyOf"), steps - 1);
        return alternatives.isEmpty() && schema.has("properties") ? "an object" : alternatives;
    }

    private static String anyOf(JsonNode root, JsonNode forms, int steps) {
        List<String> all = new ArrayList<>();
        for (JsonNode form : forms) {
            String words = words(root, form, steps);
            if (words.isEmpty()) {
                return "";
            }
            if (!all.contains(words)) {
                all.add(words);
            }
        }
        return ValueText.either(all);
    }
}
