package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiDocument;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Swagger 2.0 to OpenAPI 3.0, tree to tree: schemas stay as they are written. swagger-parser's own converter is not used,
 * for it loses properties beside {@code additionalProperties: false}, empty schemas, bounds, collection formats outside
 * the query, and which media type a form has.
 */
final class SwaggerConversion {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> KEPT = Set.of("info", "tags", "externalDocs", "security");

    private final ObjectNode swagger;
    private final SwaggerSchemas schemas;

    private SwaggerConversion(ObjectNode swagger) {
        this.swagger = swagger;
        this.schemas = new SwaggerSchemas(swagger.path("definitions"));
    }

    /** The document itself unless it is Swagger 2.0. */
    static ApiDocument convert(ApiDocument document, Diagnostics diagnostics) {
        if (!document.root().path("swagger").asText().equals("2.0")) {
            return document;
        }
        OpenApiMessages.reportSwagger(document, diagnostics);
        ObjectNode converted = new SwaggerConversion((ObjectNode) document.root()).converted();
        diagnostics.info(
                "converted",
                new SourcePointer(document.name(), ""),
                "Swagger 2.0 was converted to OpenAPI 3.0; places are those in the result",
                "");
        return new ApiDocument(document.name(), converted);
    }

    private ObjectNode converted() {
        ObjectNode result = JSON.objectNode().put("openapi", "3.0.3");
        for (Map.Entry<String, JsonNode> member : swagger.properties()) {
            if (KEPT.contains(member.getKey()) || member.getKey().startsWith("x-")) {
                result.set(member.getKey(), member.getValue());
            }
        }
        result.putArray("servers").addObject().put("url", server());
        SwaggerOperations operations = new SwaggerOperations(swagger, schemas);
        if (swagger.has("paths")) {
            result.set("paths", operations.paths(swagger.get("paths")));
        }
        ObjectNode components = result.putObject("components");
        components.set("schemas", schemas.named(swagger.path("definitions")));
        components.set("parameters", operations.sharedParameters());
        components.set("responses", operations.sharedResponses());
        components.set("securitySchemes", securitySchemes());
        return result;
    }

    /** A URL with {@code https} where the description names it or no scheme at all; a path when it names no host. */
    private String server() {
        String host = swagger.path("host").isTextual() ? swagger.get("host").textValue() : "";
        String path =
                swagger.path("basePath").isTextual() ? swagger.get("basePath").textValue() : "/";
        String base = path.startsWith("/") ? path : "/" + path;
        if (host.isEmpty()) {
            return base;
        }
        List<String> schemes = new ArrayList<>();
        swagger.path("schemes").forEach(scheme -> schemes.add(scheme.asText()));
        boolean plain = schemes.contains("http") && !schemes.contains("https");
        return (plain ? "http://" : "https://") + host + base;
    }

    private ObjectNode securitySchemes() {
        ObjectNode result = JSON.objectNode();
        for (Map.Entry<String, JsonNode> declared :
                swagger.path("securityDefinitions").properties()) {
            result.set(declared.getKey(), securityScheme(declared.getValue()));
        }
        return result;
    }

    private static JsonNode securityScheme(JsonNode declared) {
        if (!(declared instanceof ObjectNode scheme)) {
            return declared;
        }
        ObjectNode result = scheme.deepCopy();
        String type = scheme.path("type").asText();
        if (type.equals("basic")) {
            result.put("type", "http").put("scheme", "basic");
        } else if (type.equals("oauth2")) {
            ObjectNode flow = JSON.objectNode();
            for (String member : List.of("authorizationUrl", "tokenUrl", "scopes")) {
                if (result.has(member)) {
                    flow.set(member, result.remove(member));
                }
            }
            result.putObject("flows").set(flowName(scheme.path("flow").asText()), flow);
            result.remove("flow");
        }
        return result;
    }

    private static String flowName(String flow) {
        return switch (flow) {
            case "application" -> "clientCredentials";
            case "accessCode" -> "authorizationCode";
            default -> flow;
        };
    }
}
