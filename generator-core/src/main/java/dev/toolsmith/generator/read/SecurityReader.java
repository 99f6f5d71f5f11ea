package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.api.ApiSecurity;
import dev.toolsmith.generator.api.ApiSecurityScheme;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Security schemes, and what an operation asks of them. */
final class SecurityReader {

    private final Diagnostics diagnostics;
    private final References references;

    SecurityReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.references = new References(diagnostics);
    }

    /** The declared schemes by name; of two documents that declare one name, the first counts. */
    Map<String, ApiSecurityScheme> schemes(List<Located> roots) {
        Map<String, ApiSecurityScheme> schemes = new TreeMap<>();
        for (Located root : roots) {
            Located declared = root.member("components").member("securitySchemes");
            for (String name : declared.names()) {
                references
                        .resolve(declared.member(name))
                        .ifPresent(scheme -> schemes.putIfAbsent(name, scheme(name, scheme)));
            }
        }
        return schemes;
    }

    /** The alternatives of an operation: its own, else those of its document. */
    List<ApiSecurity> alternatives(Located operation, Located root, Map<String, ApiSecurityScheme> schemes) {
        Located own = operation.member("security");
        List<ApiSecurity> alternatives = new ArrayList<>();
        for (Located each : (own.node().isArray() ? own : root.member("security")).elements()) {
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
        return alternatives;
    }

    private static List<String> scopes(JsonNode scopes) {
        List<String> texts = new ArrayList<>();
        scopes.forEach(scope -> texts.add(scope.asText()));
        return List.copyOf(texts);
    }

    private static ApiSecurityScheme scheme(String name, Located scheme) {
        boolean apiKey = scheme.text("type").equals("apiKey");
        return new ApiSecurityScheme(
                name,
                scheme.text("type"),
                scheme.text("scheme").toLowerCase(Locale.ROOT),
                apiKey ? scheme.text("in") : "",
                apiKey ? scheme.text("name") : "");
    }
}
