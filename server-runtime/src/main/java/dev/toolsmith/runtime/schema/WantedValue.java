package dev.toolsmith.runtime.schema;

import dev.toolsmith.runtime.text.ShortText;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a schema wants, in a few words: the values it lists, else the types it allows. */
final class WantedValue {

    private static final int MOST_STEPS = 8;
    private static final int MOST_MEMBERS = 8;
    private static final int LONGEST_MEMBER = 64;

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
            return ValueText.types(schema.path("type")) + members(schema);
        }
        String reference = schema.path("$ref").asString("");
        if (reference.startsWith("#/")) {
            return words(root, root.at(reference.substring(1)), steps - 1);
        }
        String alternatives = anyOf(root, schema.path(schema.has("oneOf") ? "oneOf" : "anyOf"), steps - 1);
        return alternatives.isEmpty() && schema.has("properties") ? "an object" : alternatives;
    }

    /** What an object must have, as a part of a sentence such as {@code with a, b and c}; empty for other values. */
    static String members(JsonNode schema) {
        String names = required(schema);
        return names.isEmpty() || !schema.path("type").asString("").equals("object") ? "" : " with " + names;
    }

    /** The first of the members that an object must have; empty where it need not have any. */
    static String required(JsonNode schema) {
        List<String> names = new ArrayList<>();
        for (JsonNode name : schema.path("required")) {
            if (names.size() == MOST_MEMBERS) {
                names.add("others");
                break;
            }
            names.add(ShortText.of(name.asString(""), LONGEST_MEMBER));
        }
        return ValueText.all(names);
    }

    /** A schema behind its references. */
    static JsonNode resolved(JsonNode root, JsonNode schema) {
        JsonNode resolved = schema;
        for (int i = 0; i < MOST_STEPS; i++) {
            String reference = resolved.path("$ref").asString("");
            if (!reference.startsWith("#/")) {
                return resolved;
            }
            resolved = root.at(reference.substring(1));
        }
        return resolved;
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
