package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiSchema;
import dev.toolsmith.generator.api.SourcePointer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns the schemas of one tool, as OpenAPI 3.0 or 3.1 writes them, into JSON Schema 2020-12. References become
 * references into {@link SchemaPool}.
 */
final class SchemaNormaliser {

    /** Which way the data goes: what is only read is no part of a request, what is only written none of an answer. */
    enum Direction {
        REQUEST("readOnly"),
        RESPONSE("writeOnly");

        private final String leftOut;

        Direction(String leftOut) {
            this.leftOut = leftOut;
        }
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Direction direction;
    private final Discriminators discriminators;
    private final Findings findings;
    private final SchemaPool pool = new SchemaPool();
    private final KeywordRewriter keywords;

    SchemaNormaliser(Direction direction, Discriminators discriminators, Findings findings) {
        this.direction = direction;
        this.discriminators = discriminators;
        this.findings = findings;
        this.keywords = new KeywordRewriter(findings);
    }

    /** The definitions that the schemas normalised so far refer to. */
    SchemaPool pool() {
        return pool;
    }

    /** A schema that refers to another, which the schemas normalised so far refer to as well. */
    ObjectNode reference(ApiSchema target) {
        return JSON.objectNode().put("$ref", pool.reference(target));
    }

    /** The schema in 2020-12; references in it point into the pool. */
    ObjectNode normalise(ApiSchema schema) {
        ObjectNode result = convert(schema);
        for (Optional<SchemaPool.Pending> next = pool.next(); next.isPresent(); next = pool.next()) {
            pool.define(
                    next.get().name(), convert(next.get().schema(), next.get().asBase()));
        }
        return result;
    }

    private ObjectNode convert(ApiSchema schema) {
        return convert(schema, false);
    }

    private ObjectNode convert(ApiSchema schema, boolean asBase) {
        JsonNode node = schema.node();
        if (node.isBoolean()) {
            ObjectNode anything = JSON.objectNode();
            return node.booleanValue() ? anything : anything.set("not", JSON.objectNode());
        }
        List<String> kinds = asBase ? List.of() : kindsOf(schema);
        if (!kinds.isEmpty() && kinds.size() <= Discriminators.MOST) {
            return ofKinds(schema, kinds);
        }
        ObjectNode result = JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            boolean ofKinds = asBase && Set.of("anyOf", "oneOf").contains(member.getKey());
            if (!ofKinds) {
                keyword(schema, member.getKey(), member.getValue(), result);
            }
        }
        if (!kinds.isEmpty() && !result.has("additionalProperties")) {
            result.put("additionalProperties", true);
        }
        if (result.path("properties").isObject()) {
            dropLeftOut(schema, result);
        }
        keywords.finish(schema, result);
        return SchemaShape.simplified(result);
    }

    /** The schemas that extend a schema, where a request must say which of them it means. */
    private List<String> kindsOf(ApiSchema schema) {
        return direction == Direction.REQUEST ? discriminators.kindsOf(schema) : List.of();
    }

    /** A schema with a discriminator that others extend: one of those, told by the property. */
    private ObjectNode ofKinds(ApiSchema schema, List<String> kinds) {
        ObjectNode result = JSON.objectNode();
        for (String name : List.of("title", "description", "deprecated")) {
            if (schema.node().has(name)) {
                keywords.copy(schema, name, schema.node().get(name), result);
            }
        }
        ArrayNode branches = result.putArray("anyOf");
        for (String kind : kinds) {
            ApiSchema target = Discriminators.component(schema.document(), kind);
            branches.addObject()
                    .put("$ref", kindsOf(target).isEmpty() ? pool.reference(target) : pool.base(target))
                    .setAll(Discriminators.tag(schema.node().get("discriminator"), kind));
        }
        if (Discriminators.isKindItself(schema)) {
            branches.addObject().put("$ref", pool.base(schema));
        }
        keywords.finish(schema, result);
        return SchemaShape.simplified(result);
    }

    private void keyword(ApiSchema schema, String name, JsonNode value, ObjectNode result) {
        if (name.equals("$ref") && value.isTextual()) {
            SchemaReferences.resolve(schema, findings).ifPresent(target -> result.put("$ref", pool.reference(target)));
        } else if (name.equals("items") && value.isArray()) {
            result.set("prefixItems", list(schema, name, value));
        } else if (SchemaKeywords.SCHEMA.contains(name)) {
            schemaAt(schema, name, value, result);
        } else if (SchemaKeywords.LIST.contains(name)) {
            if (value.isArray() && !value.isEmpty()) {
                result.set(name, list(schema, name, value));
            }
        } else if (SchemaKeywords.MAP.contains(name)) {
            if (value.isObject()) {
                result.set(name, map(schema, name, value));
            }
        } else {
            keywords.copy(schema, name, value, result);
        }
    }

    private void schemaAt(ApiSchema schema, String name, JsonNode value, ObjectNode result) {
        if (name.equals("additionalProperties") && value.isBoolean()) {
            if (direction == Direction.REQUEST || value.booleanValue()) {
                result.set(name, value);
            }
        } else if (value.isObject() || value.isBoolean()) {
            result.set(name, convert(child(schema, schema.at().member(name), value)));
        }
    }

    private ArrayNode list(ApiSchema schema, String name, JsonNode value) {
        ArrayNode list = JSON.arrayNode();
        SourcePointer at = schema.at().member(name);
        boolean tagged = direction == Direction.REQUEST
                && Discriminators.has(schema.node())
                && Set.of("anyOf", "oneOf").contains(name);
        for (int index = 0; index < value.size(); index++) {
            ApiSchema branch = child(schema, at.element(index), value.get(index));
            ObjectNode converted = name.equals("allOf") ? extended(schema, branch) : convert(branch);
            String component = tagged ? Discriminators.component(branch.node()) : "";
            if (!component.isEmpty() && converted.size() == 1 && converted.has("$ref")) {
                converted.setAll(Discriminators.tag(schema.node().get("discriminator"), component));
            }
            list.add(converted);
        }
        return list;
    }

    /** A branch of allOf: of a schema with kinds, of which this is one, what is common to them. */
    private ObjectNode extended(ApiSchema schema, ApiSchema branch) {
        ObjectNode converted = convert(open(schema, branch));
        if (direction == Direction.REQUEST && SchemaReferences.isReference(branch.node())) {
            SchemaReferences.step(branch.document(), branch.node().get("$ref").textValue())
                    .filter(target -> isExtendedBy(target, schema))
                    .ifPresent(target -> converted.put("$ref", pool.base(target)));
        }
        return converted;
    }

    private boolean isExtendedBy(ApiSchema target, ApiSchema schema) {
        int kinds = kindsOf(target).size();
        if (kinds > 0) {
            return kinds <= Discriminators.MOST;
        }
        if (!Discriminators.has(target.node())) {
            return false;
        }
        for (String keyword : List.of("oneOf", "anyOf")) {
            for (JsonNode each : target.node().path(keyword)) {
                if (each.path("$ref").asText().equals("#" + schema.at().pointer())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A request can't be all of several schemas of which one takes no other properties than its own. */
    private ApiSchema open(ApiSchema schema, ApiSchema branch) {
        boolean closed = branch.node().path("additionalProperties").isBoolean()
                && !branch.node().path("additionalProperties").booleanValue();
        boolean alone =
                schema.node().path("allOf").size() == 1 && !schema.node().has("properties");
        if (!closed || alone || direction == Direction.RESPONSE) {
            return branch;
        }
        ObjectNode copy = JSON.objectNode();
        copy.setAll((ObjectNode) branch.node());
        copy.remove("additionalProperties");
        return new ApiSchema(branch.document(), branch.at(), copy);
    }

    private ObjectNode map(ApiSchema schema, String name, JsonNode value) {
        ObjectNode map = JSON.objectNode();
        SourcePointer at = schema.at().member(name);
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            ApiSchema property = child(schema, at.member(member.getKey()), member.getValue());
            if (name.equals("properties") && isLeftOut(property)) {
                continue;
            }
            if (name.equals("patternProperties") && !keywords.isPattern(property.at(), member.getKey())) {
                continue;
            }
            map.set(member.getKey(), convert(property));
        }
        return map;
    }

    private boolean isLeftOut(ApiSchema property) {
        if (property.node().path(direction.leftOut).asBoolean(false)) {
            return true;
        }
        return SchemaReferences.isReference(property.node())
                && SchemaReferences.step(
                                property.document(), property.node().get("$ref").textValue())
                        .map(target -> target.node().path(direction.leftOut).asBoolean(false))
                        .orElse(false);
    }

    private void dropLeftOut(ApiSchema schema, ObjectNode result) {
        TreeSet<String> dropped = new TreeSet<>();
        schema.node().path("properties").fieldNames().forEachRemaining(dropped::add);
        result.get("properties").fieldNames().forEachRemaining(dropped::remove);
        if (dropped.isEmpty() || !result.path("required").isArray()) {
            return;
        }
        ArrayNode required = JSON.arrayNode();
        result.get("required").forEach(name -> {
            if (!dropped.contains(name.asText())) {
                required.add(name);
            }
        });
        SchemaShape.setOrRemove(result, "required", required);
    }

    private static ApiSchema child(ApiSchema schema, SourcePointer at, JsonNode node) {
        boolean legal = node.isObject() || node.isBoolean();
        return new ApiSchema(schema.document(), at, legal ? node : JSON.objectNode());
    }
}
