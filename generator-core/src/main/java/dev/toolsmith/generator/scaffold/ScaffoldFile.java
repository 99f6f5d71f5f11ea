package dev.toolsmith.generator.scaffold;

import java.nio.charset.StandardCharsets;

/**
 * One file of a new module.
 *
 * @param path where it stands in the module's folder, parts separated by {@code /}
 * @param bytes what it holds; never changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record ScaffoldFile(String path, byte[] bytes) {

    /** A text file, lines ended by {@code \n}, written as UTF-8. */
    public static ScaffoldFile of(String path, String text) {
        return new ScaffoldFile(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
