package dev.toolsmith.generator.lock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.tool.JsonSchema;
import dev.toolsmith.generator.tool.ToolModel;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A hash over what models see of a tool and what it takes. It is made of the content alone: members in any order, keywords whose arrays
 * are sets in any order, and numbers however they are written give one hash.
 */
final class ListedHash {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> SETS = Set.of("required", "type", "enum", "anyOf", "oneOf", "allOf");
    private static final Set<String> VALUES = Set.of("const", "default", "example", "examples");
    private static final Set<String> NAMED = Set.of("properties", "patternProperties", "$defs", "dependentSchemas");

    private ListedHash() {}

    /**
     * Lower-case hex SHA-256. The arguments {@code fields} and {@code view}, which a server adds to any API, do not count:
     * nobody has to accept them.
     */
    static String of(ToolModel tool) {
        ObjectNode seen = NODES.objectNode();
        seen.put("description", tool.description());
        seen.set("exactSchema", schema(ofTheApi(tool, tool.input())));
        seen.set("inputSchema", schema(ofTheApi(tool, tool.listed())));
        seen.put("name", tool.name().value());
        seen.put("title", tool.title());
        return sha256(seen.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode ofTheApi(ToolModel tool, JsonSchema schema) {
        ObjectNode node = schema.node().deepCopy();
        if (node.path("properties") instanceof ObjectNode properties) {
            properties.remove(tool.resultArguments());
        }
        return node;
    }

    private static JsonNode schema(JsonNode schema) {
        if (schema instanceof ArrayNode list) {
            ArrayNode sorted = NODES.arrayNode();
            list.forEach(each -> sorted.add(schema(each)));
            return sorted;
        }
        if (!(schema instanceof ObjectNode)) {
            return value(schema);
        }
        ObjectNode sorted = NODES.objectNode();
        for (String keyword : names(schema)) {
            sorted.set(keyword, keyword(keyword, schema.path(keyword)));
        }
        return sorted;
    }

    private static JsonNode keyword(String keyword, JsonNode content) {
        if (VALUES.contains(keyword)) {
            return value(content);
        }
        if (NAMED.contains(keyword) && content.isObject()) {
            ObjectNode named = NODES.objectNode();
            names(content).forEach(name -> named.set(name, schema(content.path(name))));
            return named;
        }
        if (SETS.contains(keyword) && content.isArray()) {
            List<JsonNode> members = new ArrayList<>();
            content.forEach(each -> members.add(keyword.equals("enum") ? value(each) : schema(each)));
            members.sort(Comparator.comparing(JsonNode::toString));
            return NODES.arrayNode().addAll(members);
        }
        return schema(content);
    }

    private static JsonNode value(JsonNode value) {
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return NODES.textNode("number " + (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()));
        }
        if (value instanceof ArrayNode list) {
            ArrayNode values = NODES.arrayNode();
            list.forEach(each -> values.add(value(each)));
            return values;
        }
        if (value instanceof ObjectNode) {
            ObjectNode sorted = NODES.objectNode();
            names(value).forEach(name -> sorted.set(name, value(value.path(name))));
            return sorted;
        }
        return value.isTextual() ? NODES.textNode("text " + value.textValue()) : value;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
