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
 * @param security the ways in which the API takes a credential; empty when the description names none
 * @param auth what most tools ask for: alternatives, best first, each the names of the schemes that are used together;
 *     without any, nothing is asked for; an alternative without a scheme is a call without a credential
 * @param server what is left open of the base URL
 */
public record BundleManifest(
        String app,
        String title,
        String version,
        String sha256,
        String baseUrl,
        String apiKeyVariable,
        String baseUrlVariable,
        List<SecurityScheme> security,
        List<List<String>> auth,
        ServerTemplate server) {
    public BundleManifest {
        security = List.copyOf(security);
        auth = List.copyOf(auth);
    }

    /** Of an API that asks for its first scheme, if it has any, and is where it says. */
    public BundleManifest(
            String app,
            String title,
            String version,
            String sha256,
            String baseUrl,
            String apiKeyVariable,
            String baseUrlVariable,
            List<SecurityScheme> security) {
        this(
                app,
                title,
                version,
                sha256,
                baseUrl,
                apiKeyVariable,
                baseUrlVariable,
                security,
                firstOf(security),
                ServerTemplate.NONE);
    }

    static List<List<String>> firstOf(List<SecurityScheme> security) {
        return security.isEmpty() ? List.of() : List.of(List.of(security.get(0).name()));
    }
}
