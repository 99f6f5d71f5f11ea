package dev.toolsmith.generator.emit;

import dev.toolsmith.generator.tool.JsonSchema;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.stream.Stream;

/** Writes the exact input schema of every tool, and the schema of its answer where there is one. */
final class SchemaEmitter implements Emitter {

    @Override
    public Stream<SourceFile> emit(ToolCatalog catalog) {
        return catalog.tools().stream().flatMap(tool -> schemas(catalog, tool));
    }

    private static Stream<SourceFile> schemas(ToolCatalog catalog, ToolModel tool) {
        SourceFile input = file(ResourcePaths.inputSchema(catalog, tool.name()), tool.input());
        Stream<SourceFile> output =
                tool.output().stream().map(schema -> file(ResourcePaths.outputSchema(catalog, tool.name()), schema));
        return Stream.concat(Stream.of(input), output);
    }

    private static SourceFile file(String path, JsonSchema schema) {
        return new SourceFile(SourceFile.Kind.RESOURCE, path, JsonText.of(schema.node()) + "\n");
    }
}
