package dev.toolsmith.it;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call that must go well, as a row of the table {@code calls.yaml}.
 *
 * @param row where it stands in the table, from 1
 * @param tool the tool
 * @param template its arguments, with {@code ${name}} where a value of an earlier answer belongs
 * @param keep names for later rows, and where in the answer their values stand (JSON pointers)
 * @param deviates why Attio's own description refuses the call, if it does
 */
public record ValidCall(int row, String tool, JsonNode template, Map<String, String> keep, Optional<String> deviates) {

    /** Every row, with attribute values as they stand. */
    public static List<ValidCall> table() {
        List<ValidCall> calls = new ArrayList<>();
        for (JsonNode row : Yaml.resource("calls.yaml")) {
            Map<String, String> keep = new LinkedHashMap<>();
            row.path("keep")
                    .properties()
                    .forEach(kept -> keep.put(kept.getKey(), kept.getValue().asString()));
            calls.add(new ValidCall(
                    calls.size() + 1,
                    row.required("tool").asString(),
                    row.required("args"),
                    keep,
                    row.path("deviates").asStringOpt()));
        }
        return List.copyOf(calls);
    }

    /** The same call with every attribute's value as an array, null as the empty one. */
    ValidCall withArrays() {
        JsonNode args = template.deepCopy();
        for (String place : List.of("values", "entry_values")) {
            if (args.path("data").get(place) instanceof ObjectNode values) {
                values.properties().forEach(value -> value.setValue(asArray(value.getValue())));
            }
        }
        return new ValidCall(row, tool, args, keep, deviates);
    }

    /** The arguments with the kept values in their slots. */
    JsonNode arguments(Map<String, String> kept) {
        return Slots.filled(template, kept);
    }

    private static JsonNode asArray(JsonNode value) {
        if (value.isArray()) {
            return value;
        }
        ArrayNode array = Json.array();
        return value.isNull() ? array : array.add(value);
    }
}
