package dev.toolsmith.maven;

import dev.toolsmith.generator.write.AtomicFile;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;

/** Writes a text where the user wants it. */
final class TextFile {

    private TextFile() {}

    /** Makes a file hold a text, folders above it made as needed. */
    static void write(File file, String text) throws MojoFailureException {
        Path path = file.toPath().toAbsolutePath();
        try {
            AtomicFile.replace(path, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new MojoFailureException("toolsmith: " + path + " cannot be written: " + e, e);
        }
    }
}
