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
        if (!isObjectMedia(body)) {
            return whole(text(body), body);
        }
        BodyWriting.unknownStyle(body)
                .ifPresent(each -> findings.reject(
                        "unsupported-body",
                        body.at(),
                        "The field '" + PlainText.cut(PlainText.of(each.property()), 80) + "' has the style '"
                                + PlainText.cut(PlainText.of(each.style()), 40) + "'",
                        "Describe it with a usual style, or remove it with an overlay."));
        ApiSchema schema = BodyReplacement.applied(draft, body.schema(), findings);
        ObjectNode normalised = schemas.normalise(schema);
        ObjectNode top = new BodyMerger(schemas.pool()).top(normalised);
        if (body.isMultipart()) {
            FileArguments files = new FileArguments(schemas.pool(), body);
            top = files.inBody(top);
            normalised = files.inBody(normalised);
        }
        if (SchemaShape.isFlatObject(top) && !clashes(top)) {
            return properties(top, body.required());
        }
        if (!body.isJson()) {
            requireObject(top, normalised, body, findings);
        }
        return whole(normalised, body);
    }

    private static boolean isObjectMedia(ApiBody body) {
        return body.isJson() || body.isMultipart() || body.isForm();
    }

    /** A form is made of named fields, whatever else a schema says. */
    private static void requireObject(ObjectNode top, ObjectNode normalised, ApiBody body, Findings findings) {
        List<String> types = SchemaShape.types(top);
        if (types.isEmpty() && !normalised.has("$ref")) {
            normalised.put("type", "object");
        } else if (!types.isEmpty() && !types.contains("object")) {
            findings.reject(
                    "unsupported-body",
                    body.at(),
                    "The body is written as '" + body.mediaType() + "', but its schema is no object with the fields",
                    "Describe an object that has a property for each field, or another media type.");
        }
    }

    /** A body that is written as it is: text, or bytes in Base64. */
    private static ObjectNode text(ApiBody body) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
        if (!body.isText()) {
            schema.put("contentEncoding", "base64");
        }
        return schema;
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

    private PlannedBody whole(ObjectNode schema, ApiBody body) {
        String description = PlainText.of(body.description());
        if (!schema.has("description")) {
            schema.put("description", description.isEmpty() ? described(body) : description);
        }
        String name = names.take(names.isTaken("body") ? "request_body" : "body", "_2");
        return new PlannedBody(
                List.of(new Argument(new ArgumentBinding.WholeBody(name, body.required()), schema)), List.of());
    }

    private static String described(ApiBody body) {
        return isObjectMedia(body)
                ? "The request body."
                : "The request body: " + body.contentType() + (body.isText() ? "." : ", in Base64.");
    }

    /**
     * What a request body becomes.
     *
     * @param arguments in the order of the body's properties
     * @param together the arguments that must be given as soon as any argument of the body is; empty for a required body
     */
    record PlannedBody(List<Argument> arguments, List<String> together) {}
}
