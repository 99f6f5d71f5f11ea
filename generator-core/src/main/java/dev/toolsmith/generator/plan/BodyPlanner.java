package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiBody;
import dev.toolsmith.generator.api.ApiSchema;
import dev.toolsmith.generator.tool.ArgumentBinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Turns the request body into arguments: its top-level properties, or else the whole of it as one. */
final class BodyPlanner {

    private final SchemaNormaliser schemas;
    private final ArgumentNames names;

    BodyPlanner(SchemaNormaliser schemas, ArgumentNames names) {
        this.schemas = schemas;
        this.names = names;
    }

    /** The arguments, and which of them need which others when the body itself may be left out. */
    PlannedBody body(ToolDraft draft, ApiBody body, Findings findings) {
        ApiSchema schema = BodyReplacement.applied(draft, body.schema(), findings);
        ObjectNode normalised = schemas.normalise(schema);
        ObjectNode top = new BodyMerger(schemas.pool()).top(normalised);
        if (isObjectMedia(body) && SchemaShape.isFlatObject(top) && !clashes(top)) {
            return properties(top, body.required());
        }
        return whole(normalised, body);
    }

    private static boolean isObjectMedia(ApiBody body) {
        return body.isJson()
                || body.mediaType().equals("multipart/form-data")
                || body.mediaType().equals("application/x-www-form-urlencoded");
    }

    private boolean clashes(ObjectNode top) {
        return top.get("properties").properties().stream().anyMatch(property -> names.isTaken(property.getKey()));
    }

    private PlannedBody properties(ObjectNode top, boolean bodyRequired) {
        Set<String> required = new TreeSet<>();
        top.path("required").forEach(name -> required.add(name.asText()));
        Map<String, String> named = named(top.get("properties"));
        List<Argument> arguments = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : top.get("properties").properties()) {
            String wire = property.getKey();
            boolean needed = bodyRequired && required.contains(wire);
            ObjectNode schema = ((ObjectNode) property.getValue()).deepCopy();
            String name = named.getOrDefault(wire, wire);
            arguments.add(new Argument(new ArgumentBinding.BodyProperty(name, wire, needed), schema));
        }
        List<String> needed = arguments.stream()
                .filter(argument -> required.contains(argument.wireName()))
                .map(Argument::name)
                .toList();
        return new PlannedBody(arguments, bodyRequired ? List.of() : needed);
    }

    /** The argument of each property: legal names keep theirs, so that only rewritten ones give way. */
    private Map<String, String> named(JsonNode properties) {
        Map<String, String> named = new HashMap<>();
        for (boolean legal : List.of(true, false)) {
            for (Map.Entry<String, JsonNode> property : properties.properties()) {
                String wire = property.getKey();
                if (ArgumentNames.isLegal(wire) == legal) {
                    named.put(wire, names.take(ArgumentNames.legal(wire), "_body"));
                }
            }
        }
        return named;
    }

    private PlannedBody whole(ObjectNode normalised, ApiBody body) {
        ObjectNode schema = normalised;
        if (!isObjectMedia(body)) {
            schema = JsonNodeFactory.instance.objectNode().put("type", "string");
            boolean text =
                    body.mediaType().startsWith("text/") || body.mediaType().endsWith("xml");
            if (!text) {
                schema.put("contentEncoding", "base64");
            }
        }
        String description = PlainText.of(body.description());
        if (!schema.has("description")) {
            schema.put("description", description.isEmpty() ? "The request body." : description);
        }
        String name = names.take(names.isTaken("body") ? "request_body" : "body", "_2");
        return new PlannedBody(
                List.of(new Argument(new ArgumentBinding.WholeBody(name, body.required()), schema)), List.of());
    }

    /**
     * What a request body becomes.
     *
     * @param arguments in the order of the body's properties
     * @param together the arguments that must be given as soon as any argument of the body is; empty for a required body
     */
    record PlannedBody(List<Argument> arguments, List<String> together) {}
}
