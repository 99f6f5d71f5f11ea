package dev.toolsmith.generator.scaffold;

import dev.toolsmith.generator.api.ApiSecurityScheme;
import dev.toolsmith.generator.api.ApiServer;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which environment variables a server of an API takes, by what its description asks for. */
public final class EnvironmentGuide {

    private static final Set<String> RESERVED =
            Set.of("BASE_URL", "USERNAME", "PASSWORD", "CLIENT_ID", "CLIENT_SECRET", "TOKEN_URL", "SCOPE", "AUDIENCE");

    private final ToolCatalog catalogue;
    private final String prefix;
    private final List<ApiSecurityScheme> schemes;

    private EnvironmentGuide(ToolCatalog catalogue) {
        this.catalogue = catalogue;
        this.prefix = catalogue.app().toUpperCase(Locale.ROOT) + "_";
        this.schemes = catalogue.securitySchemes().stream()
                .filter(scheme -> !scheme.type().equals("mutualTLS"))
                .toList();
    }

    /** The variables of the server with these tools. */
    public static EnvironmentGuide of(ToolCatalog catalogue) {
        return new EnvironmentGuide(catalogue);
    }

    /** The variables that have to be set before the server starts, of several ways the one that most operations take. */
    public List<String> needed() {
        Set<String> needed = new TreeSet<>();
        if (catalogue.server().baseUrl().isEmpty()) {
            needed.add(prefix + "BASE_URL");
        }
        List<List<String>> auth = catalogue.auth();
        if (!auth.isEmpty() && auth.stream().noneMatch(List::isEmpty)) {
            schemes.stream()
                    .filter(scheme -> auth.get(0).contains(scheme.name()))
                    .forEach(scheme -> needed.addAll(
                            isBasic(scheme)
                                    ? List.of(prefix + "USERNAME", prefix + "PASSWORD")
                                    : List.of(variable(scheme))));
        }
        return List.copyOf(needed);
    }

    /** All variables as rows of a Markdown table. */
    String rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        if (schemes.isEmpty()) {
            rows.put("–", "the description asks for no credential; if the API does, the overlay says how to tell");
        }
        schemes.forEach(scheme -> add(rows, scheme));
        if (schemes.size() > 1) {
            rows.merge(
                    "`" + prefix + "API_KEY`",
                    "one text that is sent for each of these, or a JSON object with a member for each scheme",
                    (own, all) -> own + "; alone also " + all);
        }
        catalogue.server().variables().forEach(variable -> add(rows, variable));
        rows.put("`" + prefix + "BASE_URL`", baseUrl());
        List<String> lines = new ArrayList<>();
        rows.forEach((name, meaning) -> lines.add("| " + name + " | " + meaning + " |"));
        return String.join("\n", lines);
    }

    private void add(Map<String, String> rows, ApiSecurityScheme scheme) {
        if (isBasic(scheme)) {
            rows.put(
                    "`" + prefix + "USERNAME`, `" + prefix + "PASSWORD`",
                    "the account, sent as `Authorization: Basic`");
            return;
        }
        boolean key = scheme.type().equals("apiKey");
        String credential = key
                ? "the API key of the account, sent " + place(scheme)
                : "an access token, sent as `Authorization: Bearer`";
        rows.put("`" + variable(scheme) + "`", credential);
        if (!scheme.tokenUrl().isEmpty()) {
            rows.put(
                    "`" + prefix + "CLIENT_ID`, `" + prefix + "CLIENT_SECRET`",
                    "a client that gets its access tokens itself (client credentials); `" + prefix + "SCOPE` and `"
                            + prefix + "TOKEN_URL` change what it asks for, and where");
        }
    }

    private void add(Map<String, String> rows, ApiServer.Variable variable) {
        String values = variable.values().isEmpty()
                ? ""
                : ", one of "
                        + String.join(
                                ", ",
                                variable.values().stream()
                                        .map(EnvironmentGuide::code)
                                        .toList());
        rows.put(
                "`" + prefix + "SERVER_" + upperSnake(variable.name()) + "`",
                "a part of the API's address" + values + "; " + code(variable.defaultValue()) + " unless it is set");
    }

    private String baseUrl() {
        ApiServer server = catalogue.server();
        if (server.baseUrl().isPresent()) {
            return "where the API is, if it is not where the description says";
        }
        return "where the API is, which the description does not say"
                + server.basePath().map(path -> "; with its path " + code(path)).orElse("");
    }

    private String variable(ApiSecurityScheme scheme) {
        String name = upperSnake(scheme.name());
        boolean taken = RESERVED.contains(name) || name.startsWith("SERVER_") || name.endsWith("_FILE");
        boolean own = catalogue.securitySchemes().size() > 1 && !name.isEmpty() && !taken;
        return prefix + (own ? name : "API_KEY");
    }

    private static boolean isBasic(ApiSecurityScheme scheme) {
        return scheme.type().equals("http") && scheme.scheme().equals("basic");
    }

    private static String place(ApiSecurityScheme scheme) {
        String name = code(scheme.parameter());
        return switch (scheme.in()) {
            case "query" -> "as the query parameter " + name;
            case "cookie" -> "as the cookie " + name;
            default -> "as the header " + name;
        };
    }

    /** A word of the description as code; what could be anything else on the page is left out. */
    private static String code(String word) {
        return "`" + word.replaceAll("[^A-Za-z0-9_.:/@+-]+", "…") + "`";
    }

    private static String upperSnake(String name) {
        String words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                .replaceAll("[^A-Za-z0-9]+", "_");
        return words.replaceAll("^_+|_+$", "").toUpperCase(Locale.ROOT);
    }
}
