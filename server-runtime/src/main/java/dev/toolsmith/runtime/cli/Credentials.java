package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.upstream.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
     * The credential of an API's account.
     *
     * @throws ConfigurationException when there is none, or it cannot be one
     */
    Secret of(BundleManifest manifest, boolean hasSandbox) {
        String variable = manifest.apiKeyVariable();
        Optional<String> found = find(variable);
        if (found.isEmpty()) {
            throw new ConfigurationException("There is no credential for " + manifest.title() + ".\nSet " + variable
                    + " to an access token, or " + variable + "_FILE to a file that holds one"
                    + (inputIsFree ? " (- for standard input)" : "") + "."
                    + (hasSandbox ? "\nTo try the tools with sample data, add --sandbox." : ""));
        }
        try {
            return Secret.of(found.get());
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
        try (InputStream in = file.equals("-") ? call.in() : Files.newInputStream(Path.of(file))) {
            return new String(in.readNBytes(64 * 1024), StandardCharsets.UTF_8).strip();
        } catch (IOException | InvalidPathException e) {
            throw new ConfigurationException(variable + " names " + file + ", which cannot be read.");
        }
    }
}
