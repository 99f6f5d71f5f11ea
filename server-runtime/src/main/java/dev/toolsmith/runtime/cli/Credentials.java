package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.upstream.CredentialVariables;
import dev.toolsmith.runtime.upstream.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds secrets in the environment, in files and on standard input; never among arguments. */
final class Credentials {

    private final VerbCall call;
    private final boolean inputIsFree;

    /**
     * A finder of secrets.
     *
     * @param inputIsFree whether standard input may be read for one
     */
    Credentials(VerbCall call, boolean inputIsFree) {
        this.call = call;
        this.inputIsFree = inputIsFree;
    }

    /**
     * The credential of an API's account: the text of its one variable, or a JSON object of those that are set.
     *
     * @return empty when none is set and none is needed
     * @throws ConfigurationException when there is none, or it cannot be one
     */
    Optional<Secret> of(BundleManifest manifest, boolean hasSandbox) {
        CredentialVariables variables = CredentialVariables.of(manifest);
        Optional<String> whole = find(variables.apiKey());
        Map<String, String> parts = new CredentialParts(this, manifest, variables).found();
        if (whole.isEmpty() && parts.isEmpty()) {
            if (isNeeded(manifest)) {
                throw new ConfigurationException(missing(manifest, variables, hasSandbox));
            }
            return Optional.empty();
        }
        if (parts.isEmpty()) {
            return Optional.of(secret(variables.apiKey(), whole.get()));
        }
        if (whole.isPresent() && whole.get().startsWith("{")) {
            throw new ConfigurationException(variables.apiKey() + " holds a JSON object, so put the rest in it, too:"
                    + " leave the other variables of the credential out.");
        }
        whole.ifPresent(text -> parts.putIfAbsent("api_key", CredentialParts.quoted(text)));
        return Optional.of(secret("The credential for " + manifest.title(), CredentialParts.json(parts)));
    }

    /**
     * Whether a credential of an API's account is set, be it a right one or not.
     *
     * @throws ConfigurationException when a part of it is set without another that belongs to it
     */
    boolean isSet(BundleManifest manifest) {
        CredentialVariables variables = CredentialVariables.of(manifest);
        return find(variables.apiKey()).isPresent()
                || !new CredentialParts(this, manifest, variables).found().isEmpty();
    }

    private static boolean isNeeded(BundleManifest manifest) {
        for (List<String> alternative : manifest.auth()) {
            if (alternative.isEmpty()) {
                return false;
            }
        }
        return !manifest.auth().isEmpty();
    }

    private String missing(BundleManifest manifest, CredentialVariables variables, boolean hasSandbox) {
        List<String> ways = variables.ways(manifest.auth());
        StringBuilder text = new StringBuilder("There is no credential for ")
                .append(manifest.title())
                .append(".\nSet ");
        String input = inputIsFree ? " (- for standard input)" : "";
        String token = variables.apiKey() + " to an access token";
        if (ways.isEmpty() || (ways.size() == 1 && ways.get(0).equals(token))) {
            text.append(token).append(", or ").append(variables.apiKey()).append("_FILE to a file that holds one");
            text.append(input).append('.');
        } else {
            text.append(String.join(".\nOr set ", ways));
            text.append(".\nEach name may end in _FILE, and then names a file that holds it")
                    .append(input)
                    .append('.');
        }
        return text.append(hasSandbox ? "\nTo try the tools with sample data, add --sandbox." : "")
                .toString();
    }

    private static Secret secret(String variable, String text) {
        try {
            return Secret.of(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(variable + ": " + e.getMessage());
        }
    }

    /** A secret from its variable, or from the file that the variable ending in {@code _FILE} names. */
    Optional<String> find(String variable) {
        Optional<String> value = call.variable(variable);
        Optional<String> file = call.variable(variable.concat("_FILE"));
        if (value.isPresent() && file.isPresent()) {
            throw new ConfigurationException(
                    "Both " + variable + " and " + variable + "_FILE are set. Leave one of them out.");
        }
        if (value.isPresent()) {
            return Optional.of(value.get().strip());
        }
        return file.isEmpty() ? Optional.empty() : Optional.of(read(variable.concat("_FILE"), file.get()));
    }

    private String read(String variable, String file) {
        if (file.equals("-") && !inputIsFree) {
            throw new ConfigurationException(variable + " cannot be - here: standard input carries messages.");
        }
        try (InputStream in = file.equals("-") ? call.typedSecret() : Files.newInputStream(Path.of(file))) {
            return new String(in.readNBytes(64 * 1024), StandardCharsets.UTF_8).strip();
        } catch (IOException | InvalidPathException e) {
            throw new ConfigurationException(variable + " names " + file + ", which cannot be read.");
        }
    }
}
