package dev.toolsmith.generator.scaffold;

import dev.toolsmith.generator.api.ApiSecurityScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which environment variables a server takes its credential from, by what the API asks for. */
public final class CredentialGuide {

    private final String prefix;
    private final Map<String, String> variables = new LinkedHashMap<>();

    private CredentialGuide(String prefix) {
        this.prefix = prefix;
    }

    /**
     * The variables for an API.
     *
     * @param app the word that variables begin with
     * @param schemes what the API asks for, best first; none for an API that is open to all
     */
    public static CredentialGuide of(String app, List<ApiSecurityScheme> schemes) {
        CredentialGuide guide = new CredentialGuide(app.toUpperCase(Locale.ROOT));
        boolean several = schemes.size() > 1;
        for (ApiSecurityScheme scheme : schemes) {
            guide.add(scheme, several ? "_" + upperSnake(scheme.name()) : "_API_KEY");
        }
        if (several) {
            guide.variables.put(guide.prefix + "_API_KEY", "one credential for whatever the API asks for");
        }
        return guide;
    }

    /** The variables that one has to set to get anywhere, the first choice where there are several. */
    public List<String> needed() {
        if (variables.isEmpty()) {
            return List.of();
        }
        String first = variables.keySet().iterator().next();
        return first.endsWith("_USERNAME") ? List.of(prefix + "_USERNAME", prefix + "_PASSWORD") : List.of(first);
    }

    /** The rows of a Markdown table. */
    String rows() {
        if (variables.isEmpty()) {
            return "| – | the description asks for no credential |";
        }
        List<String> rows = new ArrayList<>();
        variables.forEach((name, meaning) -> rows.add("| `" + name + "` | " + meaning + " |"));
        return String.join("\n", rows);
    }

    private void add(ApiSecurityScheme scheme, String suffix) {
        switch (scheme.type() + " " + scheme.scheme()) {
            case "http basic" -> {
                variables.put(prefix + "_USERNAME", "the user name of the account");
                variables.put(prefix + "_PASSWORD", "its password");
            }
            case "oauth2 " -> {
                variables.put(prefix + suffix, "an access token of the account, sent as `Authorization: Bearer`");
                variables.put(
                        prefix + "_CLIENT_ID",
                        "instead, where the API gives programs tokens (client credentials): the client's id");
                variables.put(prefix + "_CLIENT_SECRET", "and its secret");
            }
            case "apiKey " -> variables.put(prefix + suffix, "the API key of the account, sent " + place(scheme));
            default ->
                variables.put(prefix + suffix, "an access token of the account, sent as `Authorization: Bearer`");
        }
    }

    private static String place(ApiSecurityScheme scheme) {
        String name = scheme.parameter().matches("[A-Za-z0-9_.-]{1,60}") ? " `" + scheme.parameter() + "`" : "";
        return switch (scheme.in()) {
            case "query" -> "as the query parameter" + name;
            case "cookie" -> "as the cookie" + name;
            default -> "as the header" + name;
        };
    }

    private static String upperSnake(String name) {
        String words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").replaceAll("[^A-Za-z0-9]+", "_");
        return words.replaceAll("^_+|_+$", "").toUpperCase(Locale.ROOT);
    }
}
