package dev.toolsmith.attio.workspace.values;

import dev.toolsmith.attio.workspace.facts.AttributeType;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The exact JSON Schemas (2020-12) of values as calls write them. */
final class ValueSchemas {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * A property of what is written.
     *
     * @param slug the attribute's slug
     * @param id the attribute's UUID, by which it can be written too
     * @param needed whether the write must have it
     * @param shape what it takes; {@link AttributeType#UNKNOWN} for anything
     */
    record Property(String slug, String id, boolean needed, ValueShape shape) {}

    private ValueSchemas() {}

    /** The schema of what is written for one attribute: a value, an array of values, or nothing. */
    static ObjectNode of(ValueShape shape) {
        if (shape.type() == AttributeType.UNKNOWN) {
            return NODES.objectNode();
        }
        ObjectNode schema = NODES.objectNode();
        schema.putObject("$defs").set("value", ValueForms.of(shape));
        return schema.setAll(written(shape, "#/$defs/value"));
    }

    /** The schema of all that is written to a record or an entry. */
    static ObjectNode of(List<Property> properties) {
        ObjectNode schema = NODES.objectNode();
        ObjectNode definitions = schema.putObject("$defs");
        schema.put("type", "object");
        ObjectNode members = schema.putObject("properties");
        for (Property property : properties) {
            boolean known = property.shape().type() != AttributeType.UNKNOWN;
            ObjectNode member =
                    known ? written(property.shape(), "#/$defs/" + escaped(property.slug())) : NODES.objectNode();
            if (known) {
                definitions.set(property.slug(), ValueForms.of(property.shape()));
            }
            members.set(property.slug(), member);
            members.set(property.id(), member);
        }
        schema.put("additionalProperties", false);
        require(schema, properties);
        return schema;
    }

    private static ObjectNode written(ValueShape shape, String reference) {
        ObjectNode one = NODES.objectNode().put("$ref", reference);
        ObjectNode array = NODES.objectNode().put("type", "array");
        array.set("items", one);
        if (!shape.clearable()) {
            array.put("minItems", 1);
        }
        ObjectNode nothing = NODES.objectNode().put("type", "null");
        if (shape.multi()) {
            return shape.clearable() ? ValueForms.anyOf(array, nothing) : array;
        }
        array.put("maxItems", 1);
        ObjectNode bare = one.deepCopy();
        return shape.clearable() ? ValueForms.anyOf(bare, array, nothing) : ValueForms.anyOf(bare, array);
    }

    private static void require(ObjectNode schema, List<Property> properties) {
        List<ObjectNode> needed = properties.stream()
                .filter(Property::needed)
                .map(property -> ValueForms.anyOf(required(property.slug()), required(property.id())))
                .toList();
        if (!needed.isEmpty()) {
            schema.putArray("allOf").addAll(needed);
        }
    }

    private static ObjectNode required(String name) {
        ObjectNode node = NODES.objectNode();
        node.putArray("required").add(name);
        return node;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1").replace("%", "%25");
    }
}
