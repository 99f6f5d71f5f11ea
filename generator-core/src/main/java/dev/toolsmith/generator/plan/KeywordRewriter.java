package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiSchema;
import dev.toolsmith.generator.api.SourcePointer;
import java.util.LinkedHashSet;
import java.util.Set;

/** Copies the keywords of one schema that hold no schema, and writes those of OpenAPI 3.0 as 2020-12 does. */
final class KeywordRewriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> TYPES =
            Set.of("string", "number", "integer", "boolean", "array", "object", "null");

    /** What bytes are called of which nothing is known. */
    static final String BYTES = "application/octet-stream";

    private final Findings findings;

    KeywordRewriter(Findings findings) {
        this.findings = findings;
    }

    void copy(ApiSchema schema, String name, JsonNode value, ObjectNode result) {
        if (SchemaKeywords.TEXT.contains(name)) {
            copyText(name, value, result);
        } else if (SchemaKeywords.NUMBER.contains(name)) {
            copyIf(value.isNumber(), name, value, result);
        } else if (SchemaKeywords.COUNT.contains(name)) {
            copyIf(value.isIntegralNumber() && value.longValue() >= 0, name, value, result);
        } else if (SchemaKeywords.UNSUPPORTED.contains(name)) {
            findings.warning(
                    "unsupported-keyword",
                    schema.at().member(name),
                    "The keyword '" + name + "' is not followed",
                    "Use $ref with #/components/schemas/Name.");
        } else {
            copyOther(schema, name, value, result);
        }
    }

    private void copyOther(ApiSchema schema, String name, JsonNode value, ObjectNode result) {
        switch (name) {
            case "type" -> copyType(schema, value, result);
            case "enum" -> copyIf(value.isArray() && !value.isEmpty(), name, value, result);
            case "required" -> copyRequired(value, result);
            case "const", "default" -> result.set(name, value.deepCopy());
            case "deprecated", "uniqueItems" -> copyIf(value.asBoolean(false), name, JSON.booleanNode(true), result);
            case "dependentRequired" -> copyIf(value.isObject(), name, value, result);
            case "pattern" ->
                copyIf(
                        value.isTextual() && isPattern(schema.at().member(name), value.textValue()),
                        name,
                        value,
                        result);
            default -> {
                // Everything else refuses nothing: examples, xml, discriminator, externalDocs, x-…
            }
        }
    }

    /** Whether a pattern is one that the server can check; a warning when it is not. */
    boolean isPattern(SourcePointer at, String pattern) {
        if (PatternRule.isSupported(pattern)) {
            return true;
        }
        findings.warning(
                "unsupported-pattern",
                at,
                "The pattern '" + PlainText.cut(PlainText.of(pattern), 60) + "' is not checked",
                "Write it without look-around and back-references, in at most " + PatternRule.MAX_LENGTH
                        + " characters.");
        return false;
    }

    /** Rewrites what needs several keywords together. */
    void finish(ApiSchema schema, ObjectNode result) {
        JsonNode source = schema.node();
        exclusive(source, result, "exclusiveMinimum", "minimum");
        exclusive(source, result, "exclusiveMaximum", "maximum");
        format(result);
        boolean lostPattern = source.path("patternProperties").size()
                > result.path("patternProperties").size();
        if (lostPattern && result.path("additionalProperties").isBoolean()) {
            result.remove("additionalProperties");
        }
        if (result.path("patternProperties").isEmpty()) {
            result.remove("patternProperties");
        }
        if (source.path("nullable").asBoolean(false)) {
            Nullable.allowNull(result);
        }
        Nullable.completeValues(result);
    }

    private static void exclusive(JsonNode source, ObjectNode result, String exclusive, String inclusive) {
        if (source.path(exclusive).isBoolean()
                && source.path(exclusive).booleanValue()
                && result.path(inclusive).isNumber()) {
            result.set(exclusive, result.remove(inclusive));
        }
    }

    private static void format(ObjectNode result) {
        String format = result.path("format").asText("");
        if (format.equals("binary") || format.equals("byte")) {
            result.remove("format");
            result.put("contentEncoding", "base64");
        }
        if (format.equals("binary")) {
            result.put("contentMediaType", BYTES);
        }
    }

    private void copyType(ApiSchema schema, JsonNode value, ObjectNode result) {
        Set<String> types = new LinkedHashSet<>();
        for (JsonNode each : value.isArray() ? value : JSON.arrayNode().add(value)) {
            String type = each.asText("");
            if (type.equals("file")) {
                types.add("string");
                result.put("format", "binary");
            } else if (TYPES.contains(type)) {
                types.add(type);
            } else {
                findings.warning(
                        "unknown-type",
                        schema.at().member("type"),
                        "'" + PlainText.cut(PlainText.of(type), 60) + "' is no type of JSON Schema",
                        "Use one of: array, boolean, integer, null, number, object, string.");
                return;
            }
        }
        if (types.size() == 1) {
            result.put("type", types.iterator().next());
        } else if (!types.isEmpty()) {
            ArrayNode list = result.putArray("type");
            types.forEach(list::add);
        }
    }

    private static void copyText(String name, JsonNode value, ObjectNode result) {
        String text = value.isTextual() ? PlainText.of(value.textValue()) : "";
        copyIf(!text.isEmpty(), name, JSON.textNode(text), result);
    }

    private static void copyRequired(JsonNode value, ObjectNode result) {
        Set<String> names = new LinkedHashSet<>();
        if (value.isArray()) {
            value.forEach(each -> names.add(each.asText()));
        }
        if (!names.isEmpty()) {
            ArrayNode list = result.putArray("required");
            names.forEach(list::add);
        }
    }

    private static void copyIf(boolean condition, String name, JsonNode value, ObjectNode result) {
        if (condition) {
            result.set(name, value.deepCopy());
        }
    }
}
