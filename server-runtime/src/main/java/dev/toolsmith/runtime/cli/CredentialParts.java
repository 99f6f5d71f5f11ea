package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.SecurityScheme;
import dev.toolsmith.runtime.upstream.CredentialVariables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parts of a credential that have variables of their own. */
final class CredentialParts {

    private static final int LAST_CONTROL = 31;
    private static final int LAST_ASCII = 126;

    private final Credentials credentials;
    private final BundleManifest manifest;
    private final CredentialVariables variables;

    CredentialParts(Credentials credentials, BundleManifest manifest, CredentialVariables variables) {
        this.credentials = credentials;
        this.manifest = manifest;
        this.variables = variables;
    }

    /**
     * Those that are set, as JSON, by the members of the object that they make.
     *
     * @throws ConfigurationException when one is set without another that belongs to it
     */
    Map<String, String> found() {
        Map<String, String> parts = new LinkedHashMap<>();
        for (SecurityScheme scheme : manifest.security()) {
            Optional<String> variable = variables.ofScheme(scheme);
            if (variable.isPresent() && !variable.get().equals(variables.apiKey())) {
                credentials
                        .find(variable.get())
                        .ifPresent(text -> parts.put(scheme.name(), text.startsWith("{") ? text : quoted(text)));
            }
        }
        addBoth(parts, "username", variables.username(), "password", variables.password());
        if (addBoth(parts, "client_id", variables.clientId(), "client_secret", variables.clientSecret())) {
            add(parts, "scope", variables.scope());
            add(parts, "audience", variables.audience());
        }
        return parts;
    }

    private boolean add(Map<String, String> parts, String member, String variable) {
        Optional<String> value = credentials.find(variable);
        if (value.isPresent()) {
            parts.putIfAbsent(member, quoted(value.get()));
        }
        return value.isPresent();
    }

    private boolean addBoth(Map<String, String> parts, String member, String variable, String other, String second) {
        boolean first = add(parts, member, variable);
        if (first != add(parts, other, second)) {
            throw new ConfigurationException((first ? variable : second) + " is set, but " + (first ? second : variable)
                    + ", which belongs to it, is not.");
        }
        return first;
    }

    /** The object that they make. */
    static String json(Map<String, String> parts) {
        StringBuilder json = new StringBuilder("{");
        for (Map.Entry<String, String> part : parts.entrySet()) {
            json.append(json.length() == 1 ? "" : ",").append(quoted(part.getKey()));
            json.append(':').append(part.getValue());
        }
        return json.append('}').toString();
    }

    /** A text in JSON, ASCII only. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character > LAST_CONTROL && character <= LAST_ASCII) {
                json.append(character);
            } else {
                String hex = Integer.toHexString(character);
                json.append("\\u").append("0000", hex.length(), 4).append(hex);
            }
        }
        return json.append('"').toString();
    }
}
