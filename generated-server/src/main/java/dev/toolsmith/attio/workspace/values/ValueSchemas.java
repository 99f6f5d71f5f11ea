package dev.toolsmith.attio.workspace.values;

import dev.toolsmith.attio.workspace.facts.AttributeType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The exact JSON Schemas (2020-12) of values as calls write them. */
final class ValueSchemas {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ValueSchemas() {}

    /** The schema of what is written for one attribute: a value, an array of values, or nothing. */
    static ObjectNode of(ValueShape shape) {
        if (shape.type() == AttributeType.UNKNOWN) {
            return NODES.objectNode();
        }
        ObjectNode schema = NODES.objectNode();
        schema.putObject("$defs").set("value", ValueForms.of(shape));
        return schema.setAll(written(shape));
    }

    private static ObjectNode written(ValueShape shape) {
        ObjectNode one = NODES.objectNode().put("$ref", "#/$defs/value");
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
}
