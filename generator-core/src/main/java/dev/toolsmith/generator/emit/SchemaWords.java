package dev.toolsmith.generator.emit;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Says in a few words what values a schema takes. */
final class SchemaWords {

    private static final int MOST_VALUES = 12;
    private static final int DEEPEST = 4;

    private final JsonNode root;

    private SchemaWords(JsonNode root) {
        this.root = root;
    }

    /**
     * The words.
     *
     * @param schema the schema
     * @param root the schema that references in it point into
     */
    static String of(JsonNode schema, JsonNode root) {
        return new SchemaWords(root).words(schema, 0);
    }

    private String words(JsonNode schema, int depth) {
        if (depth > DEEPEST) {
            return "any";
        }
        if (schema.path("$ref").isTextual()) {
            return words(target(schema.path("$ref").asText()), depth + 1);
        }
        if (schema.has("const")) {
            return "always " + schema.get("const");
        }
        if (schema.path("enum").isArray()) {
            return values(schema.get("enum"));
        }
        if (schema.has("type")) {
            return types(schema, depth);
        }
        List<JsonNode> choices = new ArrayList<>();
        Stream.of("anyOf", "oneOf").forEach(word -> schema.path(word).forEach(choices::add));
        return choices.isEmpty() ? "any" : either(choices.stream().map(each -> words(each, depth + 1)));
    }

    private JsonNode target(String reference) {
        boolean isLocal = reference.startsWith("#/");
        return isLocal ? root.at(JsonPointer.compile(reference.substring(1))) : root.path("no such member");
    }

    private String types(JsonNode schema, int depth) {
        JsonNode type = schema.get("type");
        return type.isArray() ? either(stream(type).map(each -> type(each, schema, depth))) : type(type, schema, depth);
    }

    private String type(JsonNode type, JsonNode schema, int depth) {
        if (type.asText().equals("array") && schema.path("items").isObject()) {
            return "array of " + words(schema.get("items"), depth + 1);
        }
        return type.asText();
    }

    private static String values(JsonNode values) {
        String first = stream(values).limit(MOST_VALUES).map(JsonNode::toString).collect(Collectors.joining(", "));
        int more = values.size() - MOST_VALUES;
        return "one of " + first + (more > 0 ? " and " + more + " more" : "");
    }

    private static String either(Stream<String> words) {
        return words.distinct().collect(Collectors.joining(" or "));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
