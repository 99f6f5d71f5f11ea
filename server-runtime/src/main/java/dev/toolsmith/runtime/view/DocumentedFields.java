package dev.toolsmith.runtime.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The fields that the schema of an answer names. */
public final class DocumentedFields {

    private static final int DEEPEST = 6;
    private static final int MOST = 5_000;
    private static final int MOST_FORMS = 200;

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

    /**
     * The member that an answer is about: the only one that its schema knows, where that holds an object or a list of objects.
     *
     * @param schema the schema of the whole answer (JSON Schema 2020-12)
     * @return empty when the answer is about all of it
     */
    public static Optional<String> envelope(JsonNode schema) {
        DocumentedFields fields = new DocumentedFields(schema);
        Map<String, Boolean> top = new TreeMap<>();
        for (JsonNode form : fields.forms(schema)) {
            for (Map.Entry<String, JsonNode> property : form.path("properties").properties()) {
                top.merge(property.getKey(), fields.holdsObjects(property.getValue()), Boolean::logicalOr);
            }
        }
        return top.size() == 1 && top.containsValue(true)
                ? top.keySet().stream().findFirst()
                : Optional.empty();
    }

    private boolean holdsObjects(JsonNode value) {
        for (JsonNode form : forms(value)) {
            if (isObject(form)
                    || (form.path("items").isObject()
                            && forms(form.path("items")).stream().anyMatch(DocumentedFields::isObject))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isObject(JsonNode form) {
        JsonNode type = form.path("type");
        boolean named = type.isString() && type.asString().equals("object");
        for (JsonNode one : type) {
            named |= one.isString() && one.asString().equals("object");
        }
        return named || form.path("properties").isObject();
    }

    /** A schema, what it refers to, and its alternatives. */
    private List<JsonNode> forms(JsonNode at) {
        List<JsonNode> forms = new ArrayList<>(List.of(at));
        for (int i = 0; i < forms.size() && forms.size() < MOST_FORMS; i++) {
            JsonNode form = forms.get(i);
            JsonNode reference = form.path("$ref");
            if (reference.isString() && reference.asString().startsWith("#")) {
                forms.add(schema.at(reference.asString().substring(1)));
            }
            for (String several : List.of("allOf", "anyOf", "oneOf")) {
                form.path(several).forEach(forms::add);
            }
        }
        return forms;
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
