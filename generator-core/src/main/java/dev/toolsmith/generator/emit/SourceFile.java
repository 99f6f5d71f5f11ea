package dev.toolsmith.generator.emit;

import java.nio.charset.StandardCharsets;

/**
 * One file to be written.
 *
 * @param kind which output folder it belongs to
 * @param path where it stands in that folder, parts separated by {@code /}
 * @param text what it holds, lines ended by {@code \n}; written as UTF-8
 */
public record SourceFile(Kind kind, String path, String text) {

    /** What a file is for, and so which output folder it goes to. */
    public enum Kind {
        /** Java source. */
        SOURCE,
        /** Data that the generated classes are packed with. */
        RESOURCE,
        /** Something for people to read; never packed. */
        REPORT
    }

    /** The file's content as it is written. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
