package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Request bodies and responses of Swagger 2.0 as OpenAPI 3.0 writes them. */
final class SwaggerBodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";

    private final JsonNode swagger;
    private final SwaggerSchemas schemas;

    SwaggerBodies(JsonNode swagger, SwaggerSchemas schemas) {
        this.swagger = swagger;
        this.schemas = schemas;
    }

    /** The body of an operation, given its parameters in {@code body} and {@code formData}. */
    Optional<ObjectNode> requestBody(JsonNode operation, List<JsonNode> parameters) {
        if (parameters.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(parameters.stream()
                .filter(each -> each.path("in").asText().equals("body"))
                .findFirst()
                .map(each -> whole(each, mediaTypes("consumes", operation)))
                .orElseGet(() -> form(parameters, mediaTypes("consumes", operation))));
    }

    JsonNode responses(JsonNode declared, JsonNode operation) {
        if (!declared.isObject()) {
            return declared;
        }
        ObjectNode responses = JSON.objectNode();
        declared.properties().forEach(each -> responses.set(each.getKey(), response(each.getValue(), operation)));
        return responses;
    }

    /** A response of an operation; of one that many share, the operation is empty. */
    JsonNode response(JsonNode declared, JsonNode operation) {
        if (!(declared instanceof ObjectNode response)) {
            return declared;
        }
        if (response.path("$ref").isTextual()) {
            return JSON.objectNode()
                    .put("$ref", schemas.reference(response.get("$ref").textValue()));
        }
        ObjectNode result = JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : response.properties()) {
            if (member.getKey().equals("description") || member.getKey().startsWith("x-")) {
                result.set(member.getKey(), member.getValue());
            }
        }
        if (response.has("schema")) {
            boolean file = response.path("schema").path("type").asText().equals("file");
            List<String> types = mediaTypes("produces", operation);
            ObjectNode content = result.putObject("content");
            for (String type :
                    types.isEmpty() ? List.of(file ? "application/octet-stream" : "application/json") : types) {
                content.putObject(type).set("schema", schemas.schema(response.get("schema")));
            }
        }
        return result;
    }

    private ObjectNode whole(JsonNode parameter, List<String> types) {
        ObjectNode body = JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : parameter.properties()) {
            boolean own =
                    member.getKey().equals("description") || member.getKey().equals("required");
            if (own || member.getKey().startsWith("x-")) {
                body.set(member.getKey(), member.getValue());
            }
        }
        ObjectNode content = body.putObject("content");
        for (String type : types.isEmpty() ? List.of("application/json") : types) {
            content.putObject(type).set("schema", schema(parameter));
        }
        return body;
    }

    private JsonNode schema(JsonNode parameter) {
        return parameter.has("schema") ? schemas.schema(parameter.get("schema")) : JSON.objectNode();
    }

    private ObjectNode form(List<JsonNode> fields, List<String> types) {
        boolean files =
                fields.stream().anyMatch(each -> each.path("type").asText().equals("file"));
        boolean multipart = files || (types.contains(MULTIPART) && !types.contains(FORM));
        ObjectNode schema = JSON.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ObjectNode encoding = JSON.objectNode();
        List<String> required = new ArrayList<>();
        for (JsonNode field : fields) {
            String name = field.path("name").asText();
            ObjectNode property = schemas.ofParameter(field);
            if (field.path("description").isTextual()) {
                property.set("description", field.get("description"));
            }
            properties.set(name, property);
            if (field.path("required").asBoolean(false)) {
                required.add(name);
            }
            if (field.path("type").asText().equals("array")) {
                CollectionFormat format = CollectionFormat.of(field, "form");
                encoding.putObject(name).put("style", format.style()).put("explode", format.explode());
            }
        }
        ObjectNode body = JSON.objectNode().put("required", !required.isEmpty());
        if (!required.isEmpty()) {
            required.forEach(schema.putArray("required")::add);
        }
        ObjectNode media = body.putObject("content").putObject(multipart ? MULTIPART : FORM);
        media.set("schema", schema);
        if (!encoding.isEmpty()) {
            media.set("encoding", encoding);
        }
        return body;
    }

    private List<String> mediaTypes(String member, JsonNode operation) {
        JsonNode own = operation.path(member);
        List<String> types = new ArrayList<>();
        (own.isArray() ? own : swagger.path(member)).forEach(type -> types.add(type.asText()));
        return types;
    }
}
