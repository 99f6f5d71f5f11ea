package dev.toolsmith.generator.emit;

import dev.toolsmith.generator.tool.ToolCatalog;
import java.util.stream.Stream;

/** Writes one kind of file. The same catalogue always gives the same files in the same order. */
interface Emitter {

    /** The files that the catalogue becomes. */
    Stream<SourceFile> emit(ToolCatalog catalog);
}
