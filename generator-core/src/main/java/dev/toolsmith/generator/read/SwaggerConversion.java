package dev.toolsmith.generator.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiDocument;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import io.swagger.parser.util.SwaggerDeserializationResult;
import io.swagger.parser.util.SwaggerDeserializer;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.parser.converter.SwaggerConverter;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.Optional;

/** Swagger 2.0 to OpenAPI 3.0 by swagger-parser's converter, which gets a copy of the tree and resolves nothing. */
final class SwaggerConversion {

    private SwaggerConversion() {}

    /** The document itself unless it is Swagger 2.0; nothing when the converter fails, which is reported. */
    static Optional<ApiDocument> convert(ApiDocument document, ReadLimits limits, Diagnostics diagnostics) {
        if (!document.root().path("swagger").asText().equals("2.0")) {
            return Optional.of(document);
        }
        SourcePointer at = new SourcePointer(document.name(), "");
        try {
            ApiDocument converted = new ApiDocument(document.name(), converted(document, limits, diagnostics));
            diagnostics.info(
                    "converted", at, "Swagger 2.0 was converted to OpenAPI 3.0; places are those in the result", "");
            return Optional.of(converted);
        } catch (RuntimeException | JsonProcessingException | TreeFault e) {
            // the converter fails on some malformed documents; what is wrong with them its reader has said before
            diagnostics.error(
                    "conversion-failed",
                    at,
                    "Swagger 2.0 could not be converted to OpenAPI 3.0",
                    "Correct the description, or convert it with another tool.");
            return Optional.empty();
        }
    }

    private static ObjectNode converted(ApiDocument document, ReadLimits limits, Diagnostics diagnostics)
            throws JsonProcessingException, TreeFault {
        SwaggerDeserializationResult swagger =
                new SwaggerDeserializer().deserialize(document.root().deepCopy());
        OpenApiMessages.report(document.name(), swagger.getMessages(), diagnostics);
        SwaggerParseResult result = new SwaggerConverter().convert(swagger);
        if (result.getOpenAPI() == null) {
            throw new IllegalArgumentException("no result");
        }
        String json = Json.mapper().writeValueAsString(result.getOpenAPI());
        return (ObjectNode) JsonTree.read(json, limits);
    }
}
