package dev.toolsmith.generator.compare;

import dev.toolsmith.generator.api.ApiSecurityScheme;
import dev.toolsmith.generator.api.ApiServer;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the calls of an API's tools go and how it takes its credentials, in words for people.
 *
 * @param server the URL or its template with what its variables may be; a path where no host is known; empty when
 *     nothing is
 * @param credentials each declared security scheme with its name, place, flows and token URL, sorted
 */
public record ApiAccess(String server, List<String> credentials) {

    public ApiAccess {
        credentials = credentials.stream().sorted().toList();
    }

    /** What a catalogue says of its API. */
    public static ApiAccess of(ToolCatalog catalogue) {
        return new ApiAccess(
                words(catalogue.server()),
                catalogue.securitySchemes().stream().map(ApiAccess::words).toList());
    }

    /** Which schemes a call is authenticated by: alternatives, best first, each of schemes used together. */
    public static String alternatives(List<List<String>> auth) {
        return Words.alternatives(auth);
    }

    private static String words(ApiServer server) {
        String variables = server.variables().stream()
                .sorted(Comparator.comparing(ApiServer.Variable::name))
                .map(each -> each.name() + " = " + each.defaultValue()
                        + (each.values().isEmpty() ? "" : " of " + String.join(", ", each.values())))
                .collect(Collectors.joining("; "));
        String place =
                server.template().or(server::baseUrl).or(server::basePath).orElse("");
        return (place + " " + variables).strip();
    }

    private static String words(ApiSecurityScheme scheme) {
        String how = (scheme.type() + " " + scheme.scheme()).strip();
        String where = scheme.in().isEmpty() ? "" : " in the " + scheme.in() + " " + scheme.parameter();
        String flows = scheme.flows().isEmpty() ? "" : " (" + String.join(", ", scheme.flows()) + ")";
        String tokens = scheme.tokenUrl().isEmpty() ? "" : " with tokens from " + scheme.tokenUrl();
        return scheme.name() + ": " + how + flows + where + tokens;
    }
}
