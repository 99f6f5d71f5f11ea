package dev.toolsmith.it;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that schemas of a description take. */
final class SampleValues {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 4;
    private static final List<String> ATTEMPTS = List.of(
            "0123456789abcdef0123456789abcdef01234567",
            "0123456789abcdef",
            "sha256:" + "0123456789abcdef".repeat(4),
            "ssh-rsa AAAAB3NzaC1yc2E",
            "a",
            "1",
            "A1",
            "a/b",
            "#ffffff",
            "ABC");

    /** What a free text may hold. */
    enum Texts {
        /** Letters and digits. */
        PLAIN("text"),
        /** What has to be encoded, but for what a path must not have at all. */
        ENCODED("a b&c=d+é;"),
        /** What has to be encoded wherever it is put. */
        AWKWARD("a b&c=d+é%2F?#");

        private final String text;

        Texts(String text) {
            this.text = text;
        }
    }

    private final DescribedApi api;
    private final Random random;

    SampleValues(DescribedApi api, Random random) {
        this.api = api;
        this.random = random;
    }

    /** A value. */
    JsonNode of(JsonNode schema, Texts texts) {
        return value(schema, texts, 0);
    }

    boolean maybe() {
        return random.nextBoolean();
    }

    private JsonNode value(JsonNode written, Texts texts, int depth) {
        JsonNode schema = chosen(written);
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (!schema.path("enum").isEmpty()) {
            List<JsonNode> choices = new ArrayList<>();
            schema.path("enum").forEach(choices::add);
            choices.removeIf(JsonNode::isNull);
            return choices.get(random.nextInt(choices.size()));
        }
        return switch (type(schema)) {
            case "integer" -> NODES.numberNode(number(schema));
            case "number" -> NODES.numberNode(number(schema) + 0.5);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "array" -> array(schema, depth);
            case "object" -> object(schema, depth);
            case "null" -> NODES.nullNode();
            default -> text(schema, texts);
        };
    }

    /** A schema with the first alternative that is not null, and without what makes a value fit another one too. */
    private JsonNode chosen(JsonNode written) {
        JsonNode schema = api.schema(written);
        for (String word : List.of("oneOf", "anyOf")) {
            if (!schema.path(word).isEmpty()) {
                List<JsonNode> alternatives = new ArrayList<>();
                schema.path(word).forEach(each -> alternatives.add(api.schema(each)));
                alternatives.removeIf(each -> each.path("type").asString("").equals("null"));
                ObjectNode merged = (ObjectNode) schema.deepCopy();
                merged.remove(word);
                DescribedApi.merge(merged, alternatives.get(0));
                Set<String> others = new HashSet<>();
                alternatives.forEach(each -> each.path("required").forEach(name -> others.add(name.asString())));
                merged.path("required").forEach(name -> others.remove(name.asString()));
                if (merged.path("properties") instanceof ObjectNode properties) {
                    properties.remove(others);
                }
                return chosen(merged);
            }
        }
        return schema;
    }

    private static String type(JsonNode schema) {
        for (JsonNode type : schema.path("type")) {
            if (!type.asString().equals("null")) {
                return type.asString();
            }
        }
        if (schema.path("type").isString()) {
            return schema.path("type").asString();
        }
        return schema.has("properties") || schema.has("additionalProperties") || schema.has("required")
                ? "object"
                : schema.has("items") ? "array" : "string";
    }

    private int number(JsonNode schema) {
        int least = Math.max(
                schema.path("minimum").asInt(1), schema.path("exclusiveMinimum").asInt(0) + 1);
        int most = schema.path("maximum").asInt(Math.max(least, 40));
        return least + random.nextInt(Math.max(1, Math.min(most - least, 90)));
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = Json.array();
        int size = Math.max(
                schema.path("minItems").asInt(0),
                Math.min(2, schema.path("maxItems").asInt(2)));
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < size; i++) {
            JsonNode item = value(schema.path("items"), Texts.PLAIN, depth + 1);
            if (seen.add(item) || i < schema.path("minItems").asInt(0)) {
                array.add(item);
            }
        }
        return array;
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = Json.object();
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            JsonNode resolved = api.schema(property.getValue());
            boolean readOnly = resolved.path("readOnly").asBoolean(false);
            boolean unknown = resolved.has("pattern") || resolved.has("not");
            if (!readOnly
                    && (required.contains(property.getKey())
                            || (!unknown && depth < DEEPEST && random.nextBoolean()))) {
                object.set(property.getKey(), value(property.getValue(), Texts.AWKWARD, depth + 1));
            }
        }
        JsonNode others = schema.path("additionalProperties");
        if (object.isEmpty() && depth < DEEPEST && others.isObject()) {
            object.set("some_key", value(others, Texts.AWKWARD, depth + 1));
        }
        return object;
    }

    private JsonNode text(JsonNode schema, Texts texts) {
        String given = switch (schema.path("format").asString("")) {
            case "date" -> "2026-01-31";
            case "date-time" -> "2026-01-31T12:30:00Z";
            case "uuid" -> "8b5a1d8e-6f0c-4b3e-9f43-0a1b2c3d4e5f";
            case "email" -> "someone@example.com";
            case "uri", "url" -> "https://example.com/a?b=c&d=e";
            case "ipv4" -> "192.0.2.1";
            case "ipv6" -> "2001:db8::1";
            default -> "";
        };
        if (!given.isEmpty()) {
            return NODES.stringNode(given);
        }
        if (schema.has("pattern")) {
            JsonNode example = schema.has("example") ? schema.get("example") : schema.at("/examples/0");
            return example.isString()
                    ? example
                    : schema.path("default").isString() ? schema.get("default") : pattern(schema);
        }
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(100);
        String text = texts.text + random.nextInt(100);
        String full = text.length() < least ? text + "x".repeat(least - text.length()) : text;
        return NODES.stringNode(full.length() > most ? "x".repeat(most) : full);
    }

    /** For the patterns that descriptions have where they give no example. */
    private static JsonNode pattern(JsonNode schema) {
        Pattern pattern = Pattern.compile(schema.path("pattern").asString());
        return ATTEMPTS.stream()
                .filter(attempt -> pattern.matcher(attempt).find())
                .findFirst()
                .map(NODES::stringNode)
                .orElseThrow(() -> new AssertionError("No value for the pattern " + pattern));
    }
}
