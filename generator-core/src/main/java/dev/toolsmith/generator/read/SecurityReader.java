package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.api.ApiSecurity;
import dev.toolsmith.generator.api.ApiSecurityScheme;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.VisibleText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Security schemes, and what an operation asks of them. */
final class SecurityReader {

    private final Diagnostics diagnostics;
    private final References references;

    SecurityReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.references = new References(diagnostics);
    }

    /**
     * The declared schemes by name; of two documents that declare one name, the first counts.
     *
     * @param baseUrl what relative token URLs are relative to
     */
    Map<String, ApiSecurityScheme> schemes(List<Located> roots, Optional<String> baseUrl) {
        Map<String, ApiSecurityScheme> schemes = new TreeMap<>();
        for (Located root : roots) {
            Located declared = root.member("components").member("securitySchemes");
            for (String name : declared.names()) {
                references
                        .resolve(declared.member(name))
                        .ifPresent(scheme -> schemes.putIfAbsent(name, scheme(name, scheme, baseUrl)));
            }
        }
        return schemes;
    }

    /** The alternatives of an operation: its own, else those of its document; empty when neither says anything. */
    Optional<List<ApiSecurity>> alternatives(Located operation, Located root, Map<String, ApiSecurityScheme> schemes) {
        Located own = operation.member("security");
        Located said = own.node().isArray() ? own : root.member("security");
        if (!said.node().isArray()) {
            return Optional.empty();
        }
        List<ApiSecurity> alternatives = new ArrayList<>();
        for (Located each : said.elements()) {
            Map<String, List<String>> scopes = new TreeMap<>();
            for (String name : each.names()) {
                scopes.put(name, scopes(each.node().path(name)));
                if (!schemes.containsKey(name)) {
                    diagnostics.warning(
                            "unknown-security-scheme",
                            each.at(),
                            "The security scheme '" + VisibleText.excerpt(name) + "' is not declared",
                            "Declare it under components.securitySchemes.");
                }
            }
            alternatives.add(new ApiSecurity(scopes));
        }
        return Optional.of(alternatives);
    }

    private static List<String> scopes(JsonNode scopes) {
        List<String> texts = new ArrayList<>();
        scopes.forEach(scope -> texts.add(scope.asText()));
        return List.copyOf(texts);
    }

    private static ApiSecurityScheme scheme(String name, Located scheme, Optional<String> baseUrl) {
        Located flows = scheme.member("flows");
        boolean apiKey = scheme.text("type").equals("apiKey");
        return new ApiSecurityScheme(
                name,
                scheme.text("type"),
                scheme.text("scheme").toLowerCase(Locale.ROOT),
                apiKey ? scheme.text("in") : "",
                apiKey ? scheme.text("name") : "",
                flows.names().stream()
                        .filter(flow -> flows.member(flow).node().isObject())
                        .filter(flow -> !flow.startsWith("x-"))
                        .toList(),
                absolute(flows.member("clientCredentials").text("tokenUrl"), baseUrl));
    }

    private static String absolute(String url, Optional<String> baseUrl) {
        boolean relative = !url.isEmpty() && !url.contains("://");
        try {
            return relative && baseUrl.isPresent()
                    ? new URI(baseUrl.get() + "/").resolve(url).toString()
                    : url;
        } catch (IllegalArgumentException | URISyntaxException e) {
            return url; // the runtime says that this is no URL when it needs one
        }
    }
}
