package dev.toolsmith.generator.compare;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;

/** Writes a description in another way that says the same. */
enum Rewriting {
    MEMBERS_REORDERED_1,
    MEMBERS_REORDERED_2,
    MEMBERS_REORDERED_3,
    SCHEMAS_INLINED,
    SCHEMAS_MOVED,
    TEXTS_CHANGED,
    ALL_OF_IT;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> TEXTS = Set.of("description", "summary", "title", "example", "examples");
    private static final Set<String> SCHEMA_LISTS = Set.of("anyOf", "oneOf", "allOf", "prefixItems");
    private static final Set<String> SCHEMAS = Set.of("schema", "items", "additionalProperties", "not");

    JsonNode apply(ObjectNode root) {
        return switch (this) {
            case MEMBERS_REORDERED_1 -> reordered(root, new Random(1));
            case MEMBERS_REORDERED_2 -> reordered(root, new Random(2));
            case MEMBERS_REORDERED_3 -> reordered(root, new Random(3));
            case SCHEMAS_INLINED -> inlined(root, root, Set.of());
            case SCHEMAS_MOVED -> moved(root);
            case TEXTS_CHANGED -> reworded("", root);
            case ALL_OF_IT -> reordered(moved((ObjectNode) reworded("", inlined(root, root, Set.of()))), new Random(4));
        };
    }

    private static JsonNode reordered(JsonNode node, Random random) {
        if (node.isArray()) {
            return list(node, each -> reordered(each, random));
        }
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
        Collections.shuffle(members, random);
        ObjectNode result = JSON.objectNode();
        members.forEach(each -> result.set(each.getKey(), reordered(each.getValue(), random)));
        return node.isObject() ? result : node;
    }

    /** All local references replaced by what they refer to, but those that would never end. */
    private static JsonNode inlined(JsonNode root, JsonNode node, Set<String> open) {
        String reference = node.path("$ref").asText("");
        if (reference.startsWith("#/") && !open.contains(reference)) {
            Set<String> more = new HashSet<>(open);
            more.add(reference);
            ObjectNode target =
                    root.at(JsonPointer.compile(reference.substring(1))).deepCopy();
            node.properties().stream()
                    .filter(each -> !each.getKey().equals("$ref"))
                    .forEach(each -> target.set(each.getKey(), each.getValue()));
            return inlined(root, target, more);
        }
        if (node.isArray()) {
            return list(node, each -> inlined(root, each, open));
        }
        return node.isObject() ? members(node, (name, value) -> inlined(root, value, open)) : node;
    }

    private static ObjectNode moved(ObjectNode root) {
        ObjectNode components = JSON.objectNode();
        ObjectNode result = (ObjectNode) moved("", root, components);
        result.withObject("/components/schemas").setAll(components);
        return result;
    }

    /** Schemas that stand within others or within operations, as references to components of their own. */
    private static JsonNode moved(String keyword, JsonNode node, ObjectNode components) {
        if (node.isArray()) {
            return list(node, each -> {
                JsonNode inner = moved("", each, components);
                return SCHEMA_LISTS.contains(keyword) ? reference(inner, components) : inner;
            });
        }
        if (!node.isObject()) {
            return node;
        }
        boolean named = keyword.equals("properties");
        return members(node, (name, value) -> {
            JsonNode inner = moved(named ? "" : name, value, components);
            return named || SCHEMAS.contains(name) ? reference(inner, components) : inner;
        });
    }

    private static JsonNode reference(JsonNode schema, ObjectNode components) {
        if (!schema.isObject() || schema.has("$ref")) {
            return schema;
        }
        String name = "Moved" + components.size();
        components.set(name, schema);
        return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private static JsonNode reworded(String keyword, JsonNode node) {
        if (node.isArray()) {
            return list(node, each -> reworded("", each));
        }
        if (!node.isObject()) {
            return node;
        }
        boolean named = keyword.equals("properties") || keyword.equals("schemas") || keyword.equals("parameters");
        return members(
                node,
                (name, value) -> !named && TEXTS.contains(name) && value.isTextual()
                        ? TextNode.valueOf("Told otherwise: " + value.textValue())
                        : reworded(named ? "" : name, value));
    }

    private static ArrayNode list(JsonNode list, java.util.function.UnaryOperator<JsonNode> change) {
        ArrayNode result = JSON.arrayNode();
        list.forEach(each -> result.add(change.apply(each)));
        return result;
    }

    private static ObjectNode members(JsonNode object, BiFunction<String, JsonNode, JsonNode> change) {
        ObjectNode result = JSON.objectNode();
        object.properties().forEach(each -> result.set(each.getKey(), change.apply(each.getKey(), each.getValue())));
        return result;
    }
}
