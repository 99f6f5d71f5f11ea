package dev.toolsmith.generator.write;

import dev.toolsmith.generator.emit.SourceFile;
import java.nio.file.Path;

/**
 * Where generated files go. Nothing is written anywhere else.
 *
 * @param sources for Java source
 * @param resources for data that is packed with the classes
 * @param reports for references that people read
 */
public record OutputFolders(Path sources, Path resources, Path reports) {

    /** The folder of one kind of file. */
    public Path of(SourceFile.Kind kind) {
        return switch (kind) {
            case SOURCE -> sources;
            case RESOURCE -> resources;
            case REPORT -> reports;
        };
    }
}
