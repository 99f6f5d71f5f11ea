package dev.toolsmith.it.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Secrets that are known to be in use, and must be in no output (L9). */
final class Canaries {

    /** The administrator's password. */
    static final String PASSWORD = "canary-Qv8-heron-tide-41";

    private final List<String> secrets = new ArrayList<>(List.of(PASSWORD));

    /** Also looks for these. */
    Canaries with(Collection<String> more) {
        secrets.addAll(more);
        return this;
    }

    /** Fails when one of the secrets is in a text. */
    Canaries notIn(String text, String where) {
        for (String secret : secrets) {
            if (text.contains(secret)) {
                throw new AssertionError("L9 a secret (" + secret.substring(0, 5) + "…) is in " + where);
            }
        }
        return this;
    }

    /** Fails when one of the secrets is in a file of a folder, whatever its form. */
    Canaries notInFilesOf(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                notIn(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), file.toString());
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
