package dev.toolsmith.generator.emit;

import dev.toolsmith.generator.tool.ToolCatalog;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the tool reference as one HTML page, without the size of tools, which takes long to count. */
final class HtmlReferenceEmitter implements Emitter {

    @Override
    public Stream<SourceFile> emit(ToolCatalog catalog) {
        String page = HtmlReference.of(catalog, Map.of());
        return Stream.of(new SourceFile(SourceFile.Kind.REPORT, catalog.app() + "-tools.html", page));
    }
}
