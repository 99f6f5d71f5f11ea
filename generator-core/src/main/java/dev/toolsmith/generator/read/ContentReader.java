package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.api.ApiBody;
import dev.toolsmith.generator.api.ApiResponse;
import dev.toolsmith.generator.api.ApiSchema;
import dev.toolsmith.generator.diagnose.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Request bodies and responses. */
final class ContentReader {

    private static final String BYTES = "application/octet-stream";

    private final Diagnostics diagnostics;
    private final References references;

    ContentReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.references = new References(diagnostics);
    }

    /** The body that requests have, given the request body object, which may be missing. */
    Optional<ApiBody> body(Located body) {
        if (!body.isPresent()) {
            return Optional.empty();
        }
        Located content = body.member("content");
        Optional<String> chosen = MediaTypes.forRequest(content.names());
        if (chosen.isEmpty()) {
            diagnostics.warning(
                    "empty-body",
                    body.at(),
                    "The request body has no media type, so none is sent",
                    "Add 'content', or remove 'requestBody'.");
        }
        return chosen.map(key -> body(body, key, content.member(key)));
    }

    private static ApiBody body(Located body, String key, Located media) {
        ApiSchema schema = media.schema("schema");
        boolean bytes = key.contains("*") && isBinary(schema.node());
        return new ApiBody(
                body.at(),
                body.flag("required", false),
                body.text("description"),
                bytes ? BYTES : MediaTypes.essence(key),
                bytes ? BYTES : MediaTypes.contentType(key),
                schema,
                encodings(media.member("encoding")));
    }

    /** Whether a range of media types, which JSON would fit too, means bytes. */
    private static boolean isBinary(JsonNode schema) {
        return schema.path("type").asText().equals("string")
                && schema.path("format").asText().equals("binary");
    }

    private static List<ApiBody.Encoding> encodings(Located declared) {
        List<ApiBody.Encoding> encodings = new ArrayList<>();
        for (String property : declared.names()) {
            Located encoding = declared.member(property);
            String style = encoding.text("style");
            boolean named = !style.isEmpty() || encoding.member("explode").isPresent();
            boolean form = style.isEmpty() || style.equals("form");
            encodings.add(new ApiBody.Encoding(
                    property,
                    encoding.text("contentType"),
                    named && style.isEmpty() ? "form" : style,
                    encoding.flag("explode", form)));
        }
        return encodings;
    }

    /** Nothing when a reference leads nowhere. */
    Optional<List<ApiResponse>> responses(Located operation) {
        List<ApiResponse> responses = new ArrayList<>();
        Located declared = operation.member("responses");
        for (String status : declared.names()) {
            if (status.startsWith("x-")) {
                continue;
            }
            Optional<Located> response = references.resolve(declared.member(status));
            if (response.isEmpty()) {
                return Optional.empty();
            }
            responses.add(response(status, response.get()));
        }
        return Optional.of(responses);
    }

    private static ApiResponse response(String status, Located response) {
        Located content = response.member("content");
        return new ApiResponse(
                status,
                response.text("description"),
                MediaTypes.forJson(content.names()).map(content::member).map(media -> media.schema("schema")));
    }
}
