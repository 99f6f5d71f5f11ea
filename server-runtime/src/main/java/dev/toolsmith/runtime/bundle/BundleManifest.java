package dev.toolsmith.runtime.bundle;

import java.util.List;

/**
 * What a bundle says of itself in {@code manifest.json}.
 *
 * @param app the word that stands in tool names and environment variables
 * @param title the API's title, for people
 * @param version the description's version
 * @param sha256 the description's digest, lower-case hexadecimal
 * @param baseUrl where the API is by default; empty when the description names no server
 * @param apiKeyVariable the environment variable of the credential
 * @param baseUrlVariable the environment variable of the base URL
 * @param security how the API takes its credential, best first; empty when it asks for none
 */
public record BundleManifest(
        String app,
        String title,
        String version,
        String sha256,
        String baseUrl,
        String apiKeyVariable,
        String baseUrlVariable,
        List<SecurityScheme> security) {
    public BundleManifest {
        security = List.copyOf(security);
    }
}
