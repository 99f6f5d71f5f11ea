package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Schemas of Swagger 2.0 as OpenAPI 3.0 writes them. */
final class SwaggerSchemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");

    /** The members of a parameter that are none of its schema; for arrays, {@code collectionFormat} is told apart. */
    private static final Set<String> OF_PARAMETERS =
            Set.of("name", "in", "description", "required", "collectionFormat", "allowEmptyValue");

    private final JsonNode definitions;

    SwaggerSchemas(JsonNode definitions) {
        this.definitions = definitions;
    }

    /** Where a reference leads in the converted document. A bare name is that of a definition, as it was once written. */
    String reference(String reference) {
        if (reference.startsWith("#/definitions/")) {
            return "#/components/schemas/" + reference.substring("#/definitions/".length());
        }
        if (reference.startsWith("#/parameters/") || reference.startsWith("#/responses/")) {
            return "#/components" + reference.substring(1);
        }
        boolean bare = NAME.matcher(reference).matches() && definitions.has(reference);
        return bare ? "#/components/schemas/" + reference : reference;
    }

    JsonNode schema(JsonNode node) {
        if (!(node instanceof ObjectNode schema)) {
            return node;
        }
        ObjectNode result = JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            add(member.getKey(), member.getValue(), result);
        }
        return result;
    }

    /** Schemas by name; anything else as it is. */
    JsonNode named(JsonNode node) {
        if (!node.isObject()) {
            return node.isMissingNode() ? JSON.objectNode() : node;
        }
        ObjectNode result = JSON.objectNode();
        node.properties().forEach(each -> result.set(each.getKey(), schema(each.getValue())));
        return result;
    }

    /** The schema that stands among the members of a parameter. */
    ObjectNode ofParameter(JsonNode parameter) {
        ObjectNode result = JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : parameter.properties()) {
            boolean extension =
                    member.getKey().startsWith("x-") && !member.getKey().equals("x-nullable");
            if (!extension && !OF_PARAMETERS.contains(member.getKey())) {
                add(member.getKey(), member.getValue(), result);
            }
        }
        return result;
    }

    private void add(String name, JsonNode value, ObjectNode result) {
        switch (name) {
            case "$ref" -> result.set(name, value.isTextual() ? JSON.textNode(reference(value.textValue())) : value);
            case "properties" -> result.set(name, named(value));
            case "items", "additionalProperties", "not" ->
                result.set(name, value.isArray() ? list(value) : schema(value));
            case "allOf", "anyOf", "oneOf" -> result.set(name, list(value));
            case "discriminator" ->
                result.set(name, value.isTextual() ? JSON.objectNode().set("propertyName", value) : value);
            case "x-nullable" -> result.set("nullable", value);
            case "collectionFormat" -> {
                // of the items of an array of arrays, which no style can tell
            }
            default -> result.set(name, value);
        }
    }

    private JsonNode list(JsonNode schemas) {
        if (!schemas.isArray()) {
            return schemas;
        }
        ArrayNode result = JSON.arrayNode();
        schemas.forEach(each -> result.add(schema(each)));
        return result;
    }
}
