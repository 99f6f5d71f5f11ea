package dev.toolsmith.generator.read;

import dev.toolsmith.generator.api.ApiDocument;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.VisibleText;

/** Tells whether a document is one that can be read. */
final class DocumentVersion {

    private DocumentVersion() {}

    /** Whether a document is OpenAPI 3.0 or 3.1; reports when it is not. */
    static boolean isSupported(ApiDocument document, Diagnostics diagnostics) {
        String swagger = document.root().path("swagger").asText();
        String version = document.root().path("openapi").asText(swagger);
        if (swagger.isEmpty() && version.matches("3\\.[01](\\.\\d+)?(-\\w+)?")) {
            return true;
        }
        diagnostics.error(
                "unsupported-version",
                new SourcePointer(document.name(), ""),
                version.isEmpty()
                        ? "Not an OpenAPI document: 'openapi' is missing"
                        : "Version '" + VisibleText.excerpt(version) + "' is not supported",
                "Supported are OpenAPI 3.0 and 3.1, and Swagger 2.0.");
        return false;
    }
}
