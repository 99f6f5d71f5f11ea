package dev.toolsmith.it;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One operation of a description, OpenAPI 3 and Swagger 2.0 alike.
 *
 * @param api the description
 * @param method upper case
 * @param path the template
 * @param item the path item
 * @param node the operation object
 */
record DescribedOperation(DescribedApi api, String method, String path, JsonNode item, JsonNode node) {

    /**
     * A parameter with the defaults of its place filled in.
     *
     * @param name the name on the wire
     * @param place {@code path}, {@code query}, {@code header} or {@code cookie}
     * @param schema what values it takes
     * @param style as OpenAPI 3 names them
     * @param explode whether an array or object becomes several parameters
     */
    record Parameter(String name, String place, boolean required, JsonNode schema, String style, boolean explode) {}

    /** How the lock of a module names the operation. */
    String label() {
        return method + " " + path;
    }

    /** Whether the operation or its path is said to be on another server than the rest. */
    boolean isElsewhere() {
        return node.has("servers") || item.has("servers");
    }

    /** The parameters, those of the operation in place of the path item's. */
    List<Parameter> parameters() {
        Map<String, Parameter> all = new LinkedHashMap<>();
        for (JsonNode list : List.of(item.path("parameters"), node.path("parameters"))) {
            for (JsonNode each : list) {
                JsonNode parameter = api.resolved(each);
                String place = parameter.path("in").asString();
                if (!place.equals("body") && !place.equals("formData")) {
                    all.put(place + " " + parameter.path("name").asString(), parameter(parameter, place));
                }
            }
        }
        return List.copyOf(all.values());
    }

    /** What each media type of the body holds; empty when requests have none. */
    Map<String, JsonNode> bodies() {
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        if (!api.isSwagger2()) {
            api.resolved(node.path("requestBody"))
                    .path("content")
                    .properties()
                    .forEach(type -> bodies.put(type.getKey(), type.getValue().path("schema")));
            return bodies;
        }
        Optional<JsonNode> schema = swaggerBody();
        JsonNode types =
                node.has("consumes") ? node.path("consumes") : api.root().path("consumes");
        if (schema.isPresent() && types.isEmpty()) {
            bodies.put("application/json", schema.get());
        }
        schema.ifPresent(body -> types.forEach(type -> bodies.put(type.asString(), body)));
        return bodies;
    }

    /**
     * The alternatives of which one must be met, each the names of schemes that are used together; empty when neither the
     * operation nor the document says anything, which is another thing than to say that nothing is asked for.
     */
    Optional<List<List<String>>> security() {
        JsonNode alternatives =
                node.has("security") ? node.path("security") : api.root().path("security");
        List<List<String>> security = new ArrayList<>();
        for (JsonNode alternative : alternatives) {
            security.add(List.copyOf(alternative.propertyNames()));
        }
        return alternatives.isArray() ? Optional.of(security) : Optional.empty();
    }

    private Parameter parameter(JsonNode parameter, String place) {
        String usual = place.equals("query") || place.equals("cookie") ? "form" : "simple";
        String name = parameter.path("name").asString();
        boolean required = parameter.path("required").asBoolean(false);
        if (api.isSwagger2()) {
            String format = parameter.path("collectionFormat").asString("csv");
            String style = switch (format) {
                case "ssv" -> "spaceDelimited";
                case "pipes" -> "pipeDelimited";
                default -> usual;
            };
            return new Parameter(name, place, required, parameter, style, format.equals("multi"));
        }
        if (parameter.has("content")) {
            JsonNode media = parameter.path("content").iterator().next();
            return new Parameter(name, place, required, media.path("schema"), "json", false);
        }
        String style = parameter.path("style").asString(usual);
        boolean explode = parameter.path("explode").asBoolean(style.equals("form"));
        return new Parameter(name, place, required, parameter.path("schema"), style, explode);
    }

    private Optional<JsonNode> swaggerBody() {
        ObjectNode form = Json.object().put("type", "object");
        for (JsonNode each : node.path("parameters")) {
            JsonNode parameter = api.resolved(each);
            String name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("body")) {
                return Optional.of(parameter.path("schema"));
            }
            if (parameter.path("in").asString().equals("formData")) {
                ObjectNode property = form.withObjectProperty("properties").putObject(name);
                DescribedApi.merge(property, parameter);
                property.remove("required");
                if (property.path("type").asString().equals("file")) {
                    property.put("type", "string").put("format", "binary");
                }
                if (parameter.path("required").asBoolean(false)) {
                    form.withArrayProperty("required").add(name);
                }
            }
        }
        return form.has("properties") ? Optional.of(form) : Optional.empty();
    }
}
