package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Path items and operations of Swagger 2.0 as OpenAPI 3.0 writes them. */
final class SwaggerOperations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Set<String> KEPT =
            Set.of("tags", "summary", "description", "externalDocs", "operationId", "deprecated", "security");
    private static final String SHARED = "#/parameters/";

    private final JsonNode swagger;
    private final SwaggerSchemas schemas;
    private final SwaggerBodies bodies;

    SwaggerOperations(JsonNode swagger, SwaggerSchemas schemas) {
        this.swagger = swagger;
        this.schemas = schemas;
        this.bodies = new SwaggerBodies(swagger, schemas);
    }

    JsonNode paths(JsonNode declared) {
        if (!declared.isObject()) {
            return declared;
        }
        ObjectNode paths = JSON.objectNode();
        for (Map.Entry<String, JsonNode> path : declared.properties()) {
            boolean item = path.getValue().isObject() && !path.getKey().startsWith("x-");
            paths.set(path.getKey(), item ? pathItem(path.getValue()) : path.getValue());
        }
        return paths;
    }

    /** The parameters under {@code parameters} that are none of a body; those become part of the bodies. */
    ObjectNode sharedParameters() {
        ObjectNode result = JSON.objectNode();
        for (Map.Entry<String, JsonNode> each : swagger.path("parameters").properties()) {
            if (!isOfBody(each.getValue())) {
                result.set(each.getKey(), parameter(each.getValue()));
            }
        }
        return result;
    }

    ObjectNode sharedResponses() {
        ObjectNode result = JSON.objectNode();
        for (Map.Entry<String, JsonNode> each : swagger.path("responses").properties()) {
            result.set(each.getKey(), bodies.response(each.getValue(), JSON.objectNode()));
        }
        return result;
    }

    private ObjectNode pathItem(JsonNode declared) {
        ObjectNode item = JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : declared.properties()) {
            if (METHODS.contains(member.getKey())) {
                boolean operation = member.getValue().isObject();
                item.set(
                        member.getKey(),
                        operation
                                ? operation((ObjectNode) member.getValue(), declared.path("parameters"))
                                : member.getValue());
            } else if (member.getKey().equals("parameters")) {
                item.set("parameters", parameters(member.getValue()));
            } else {
                item.set(member.getKey(), member.getValue());
            }
        }
        return item;
    }

    private ObjectNode operation(ObjectNode declared, JsonNode ofPath) {
        ObjectNode operation = JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : declared.properties()) {
            if (KEPT.contains(member.getKey()) || member.getKey().startsWith("x-")) {
                operation.set(member.getKey(), member.getValue());
            }
        }
        if (declared.has("parameters")) {
            operation.set("parameters", parameters(declared.get("parameters")));
        }
        bodies.requestBody(declared, ofBody(ofPath, declared.path("parameters")))
                .ifPresent(body -> operation.set("requestBody", body));
        if (declared.has("responses")) {
            operation.set("responses", bodies.responses(declared.get("responses"), declared));
        }
        return operation;
    }

    private JsonNode parameters(JsonNode declared) {
        if (!declared.isArray()) {
            return declared;
        }
        ArrayNode list = JSON.arrayNode();
        for (JsonNode each : declared) {
            if (!isOfBody(shared(each).orElse(each))) {
                list.add(parameter(each));
            }
        }
        return list;
    }

    /** The parameters that make up the body: those of the path, overridden by the operation's own. */
    private List<JsonNode> ofBody(JsonNode ofPath, JsonNode ofOperation) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (JsonNode list : List.of(ofPath, ofOperation)) {
            for (JsonNode each : list) {
                JsonNode parameter = shared(each).orElse(each);
                if (isOfBody(parameter)) {
                    boolean whole = parameter.path("in").asText().equals("body");
                    found.put(whole ? "" : " " + parameter.path("name").asText(), parameter);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private Optional<JsonNode> shared(JsonNode parameter) {
        String reference = parameter.path("$ref").asText("");
        return reference.startsWith(SHARED)
                ? Optional.of(swagger.path("parameters").path(reference.substring(SHARED.length())))
                        .filter(JsonNode::isObject)
                : Optional.empty();
    }

    private static boolean isOfBody(JsonNode parameter) {
        String in = parameter.path("in").asText();
        return in.equals("body") || in.equals("formData");
    }

    private JsonNode parameter(JsonNode declared) {
        if (!(declared instanceof ObjectNode parameter)) {
            return declared;
        }
        if (parameter.path("$ref").isTextual()) {
            return JSON.objectNode()
                    .put("$ref", schemas.reference(parameter.get("$ref").textValue()));
        }
        ObjectNode result = JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : parameter.properties()) {
            boolean own = Set.of("name", "in", "description", "required", "allowEmptyValue")
                    .contains(member.getKey());
            if (own || member.getKey().startsWith("x-")) {
                result.set(member.getKey(), member.getValue());
            }
        }
        boolean asOpenApi = parameter.path("schema").isObject();
        result.set("schema", asOpenApi ? schemas.schema(parameter.get("schema")) : schemas.ofParameter(parameter));
        if (parameter.path("type").asText().equals("array")) {
            boolean query = parameter.path("in").asText().equals("query");
            CollectionFormat format = CollectionFormat.of(parameter, query ? "form" : "simple");
            result.put("style", format.style()).put("explode", format.explode());
        }
        return result;
    }
}
