package dev.toolsmith.generator.api;

import java.util.List;
import java.util.Optional;

/**
 * An API as one or several description documents tell it, overlays applied.
 *
 * @param title the title of the first document
 * @param version the version of the first document
 * @param sha256 lower-case hex SHA-256 over the bytes of all documents and overlays, in the order given
 * @param server where the API is
 * @param securitySchemes the declared schemes, sorted by name
 * @param operations all operations, sorted by path and then method
 */
public record ApiDescription(
        String title,
        String version,
        String sha256,
        ApiServer server,
        List<ApiSecurityScheme> securitySchemes,
        List<ApiOperation> operations) {
    public ApiDescription {
        securitySchemes = List.copyOf(securitySchemes);
        operations = List.copyOf(operations);
    }

    /** The URL that paths are appended to, without a trailing slash, if the documents name one. */
    public Optional<String> baseUrl() {
        return server.baseUrl();
    }
}
