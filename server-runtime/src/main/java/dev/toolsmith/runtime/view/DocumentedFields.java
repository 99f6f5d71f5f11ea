package dev.toolsmith.runtime.view;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The fields that the schema of an answer names. */
public final class DocumentedFields {

    private static final int DEEPEST = 6;
    private static final int MOST = 5_000;

    private final JsonNode schema;
    private final Set<String> paths = new HashSet<>();

    private DocumentedFields(JsonNode schema) {
        this.schema = schema;
    }

    /**
     * The paths of all fields below a place of an answer, names with dots between.
     *
     * @param schema the schema of the whole answer (JSON Schema 2020-12)
     * @param place names on the way to the place, from the top
     */
    public static Set<String> of(JsonNode schema, List<String> place) {
        DocumentedFields fields = new DocumentedFields(schema);
        fields.add(schema, place, "", 0);
        return fields.paths;
    }

    private void add(JsonNode at, List<String> place, String path, int depth) {
        if (depth > DEEPEST || paths.size() > MOST) {
            return;
        }
        JsonNode reference = at.path("$ref");
        if (reference.isString() && reference.asString().startsWith("#")) {
            add(schema.at(reference.asString().substring(1)), place, path, depth + 1);
        }
        for (String several : List.of("allOf", "anyOf", "oneOf")) {
            for (JsonNode each : at.path(several)) {
                add(each, place, path, depth);
            }
        }
        if (at.path("items").isObject()) {
            add(at.path("items"), place, path, depth);
        }
        for (Map.Entry<String, JsonNode> property : at.path("properties").properties()) {
            if (!place.isEmpty()) {
                if (place.get(0).equals(property.getKey())) {
                    add(property.getValue(), place.subList(1, place.size()), "", depth);
                }
                continue;
            }
            String below = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            paths.add(below);
            add(property.getValue(), place, below, depth + 1);
        }
    }
}
