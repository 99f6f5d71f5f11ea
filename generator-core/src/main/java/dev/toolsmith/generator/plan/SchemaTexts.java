package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes the descriptions out of normalised schemas. */
final class SchemaTexts {

    private SchemaTexts() {}

    /** A copy of the schema without any description. */
    static ObjectNode without(ObjectNode schema) {
        ObjectNode copy = schema.deepCopy();
        drop(copy);
        return copy;
    }

    /** Takes the descriptions out of all definitions but these. */
    static void dropFrom(SchemaPool pool, Set<String> kept) {
        for (Map.Entry<String, ObjectNode> definition :
                List.copyOf(pool.definitions().entrySet())) {
            if (!kept.contains(definition.getKey())) {
                pool.define(definition.getKey(), without(definition.getValue()));
            }
        }
    }

    private static void drop(JsonNode node) {
        if (node instanceof ObjectNode schema) {
            schema.remove("description");
            inside(schema).forEach(SchemaTexts::drop);
        }
    }

    private static List<JsonNode> inside(ObjectNode schema) {
        List<JsonNode> schemas = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            if (SchemaKeywords.SCHEMA.contains(member.getKey())) {
                schemas.add(member.getValue());
            } else if (SchemaKeywords.LIST.contains(member.getKey()) || SchemaKeywords.MAP.contains(member.getKey())) {
                member.getValue().forEach(schemas::add);
            }
        }
        return schemas;
    }
}
