package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.SecurityScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The environment variables that an API's credential comes from, and how people are told of them. Each may end in
 * {@code _FILE} instead, and then names a file.
 */
public final class CredentialVariables {

    private static final List<String> RESERVED =
            List.of("BASE_URL", "USERNAME", "PASSWORD", "CLIENT_ID", "CLIENT_SECRET", "TOKEN_URL", "SCOPE", "AUDIENCE");

    private final BundleManifest manifest;
    private final String prefix;

    private CredentialVariables(BundleManifest manifest, String prefix) {
        this.manifest = manifest;
        this.prefix = prefix;
    }

    /** The variables of a bundle. */
    public static CredentialVariables of(BundleManifest manifest) {
        String key = manifest.apiKeyVariable();
        boolean usual = key.endsWith("_API_KEY");
        return new CredentialVariables(
                manifest,
                usual
                        ? key.substring(0, key.length() - "API_KEY".length())
                        : manifest.app().toUpperCase(Locale.ROOT).concat("_"));
    }

    /** The one that serves every scheme. */
    public String apiKey() {
        return manifest.apiKeyVariable().isEmpty() ? prefix.concat("API_KEY") : manifest.apiKeyVariable();
    }

    /** The user name of basic authentication. */
    public String username() {
        return prefix.concat("USERNAME");
    }

    /** The password of basic authentication. */
    public String password() {
        return prefix.concat("PASSWORD");
    }

    /** The client of OAuth client credentials. */
    public String clientId() {
        return prefix.concat("CLIENT_ID");
    }

    /** The secret of that client. */
    public String clientSecret() {
        return prefix.concat("CLIENT_SECRET");
    }

    /** The scopes, divided by blanks, that the client asks for; without it, the token endpoint's own choice. */
    public String scope() {
        return prefix.concat("SCOPE");
    }

    /** The audience that the client asks for; without it, none. */
    public String audience() {
        return prefix.concat("AUDIENCE");
    }

    /** Where the client gets its tokens, instead of where the description says. */
    public String tokenUrl() {
        return prefix.concat("TOKEN_URL");
    }

    /** The one of a scheme alone, where the API has several. */
    public Optional<String> ofScheme(SecurityScheme scheme) {
        String name = upperSnake(scheme.name());
        boolean taken = RESERVED.contains(name) || name.startsWith("SERVER_") || name.endsWith("_FILE");
        return manifest.security().size() < 2 || name.isEmpty() || taken
                ? Optional.empty()
                : Optional.of(name.equals("API_KEY") ? apiKey() : prefix.concat(name));
    }

    /** A name as environment variables are spelled, such as {@code APP_KEY} for {@code appKey} and {@code app-key}. */
    static String upperSnake(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            boolean word = Character.isLetterOrDigit(character) && character < 128;
            boolean begins = Character.isUpperCase(character)
                    && i > 0
                    && (!Character.isUpperCase(name.charAt(i - 1))
                            || (i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1))));
            boolean divided = snake.isEmpty() || snake.charAt(snake.length() - 1) == '_';
            if ((begins || !word) && !divided) {
                snake.append('_');
            }
            if (word) {
                snake.append(Character.toUpperCase(character));
            }
        }
        int last = snake.length() - 1;
        return last >= 0 && snake.charAt(last) == '_' ? snake.substring(0, last) : snake.toString();
    }

    /** The schemes that have names; empty when one of them is none of the API's. */
    Optional<List<SecurityScheme>> schemes(List<String> names) {
        List<SecurityScheme> schemes = new ArrayList<>();
        for (String name : names) {
            for (SecurityScheme scheme : manifest.security()) {
                if (scheme.name().equals(name)) {
                    schemes.add(scheme);
                }
            }
        }
        return schemes.size() == names.size() ? Optional.of(schemes) : Optional.empty();
    }

    /**
     * What can be set so that one of several alternatives is met, such as {@code SHOP_API_KEY to an access token}.
     *
     * @param alternatives as in {@link BundleManifest#auth}
     */
    public List<String> ways(List<List<String>> alternatives) {
        List<String> ways = new ArrayList<>();
        for (List<String> names : alternatives) {
            Optional<List<SecurityScheme>> schemes = schemes(names);
            if (schemes.isEmpty() || names.isEmpty()) {
                continue;
            }
            StringBuilder way = new StringBuilder();
            for (SecurityScheme scheme : schemes.get()) {
                way.append(way.isEmpty() ? "" : " and ").append(way(scheme));
            }
            if (!ways.contains(way.toString())) {
                ways.add(way.toString());
            }
        }
        return ways;
    }

    private String way(SecurityScheme scheme) {
        if (scheme.isBasic()) {
            return username() + " and " + password();
        }
        String variable = ofScheme(scheme).orElse(apiKey());
        if (scheme.isKey()) {
            return variable + " to the API key";
        }
        String token = variable + " to an access token";
        return scheme.tokenUrl().isEmpty() ? token : clientId() + " and " + clientSecret() + ", or " + token;
    }

    /** The members of a JSON credential that would meet one of several alternatives. */
    String members(List<List<String>> alternatives) {
        List<String> ways = new ArrayList<>();
        for (List<String> names : alternatives) {
            List<String> members = new ArrayList<>();
            schemes(names).orElse(List.of()).forEach(scheme -> members.addAll(members(scheme)));
            if (!members.isEmpty()) {
                ways.add("\"" + String.join("\" and \"", members) + "\"");
            }
        }
        return String.join(" or ", ways);
    }

    private static List<String> members(SecurityScheme scheme) {
        if (scheme.isBasic()) {
            return List.of(GivenCredential.USERNAME, GivenCredential.PASSWORD);
        }
        return scheme.tokenUrl().isEmpty()
                ? List.of(scheme.name())
                : List.of(GivenCredential.CLIENT_ID, GivenCredential.CLIENT_SECRET);
    }
}
