package dev.toolsmith.generator.emit;

import dev.toolsmith.generator.tool.ToolCatalog;
import java.util.ArrayList;
import java.util.List;

/** The emit stage: everything that one description becomes, as files that are not written yet. */
public final class BundleEmitter {

    private final EmitOptions options;

    public BundleEmitter(EmitOptions options) {
        this.options = options;
    }

    /** All files of a bundle, in a fixed order. */
    public List<SourceFile> emit(ToolCatalog catalog) {
        return emitters().stream().flatMap(emitter -> emitter.emit(catalog)).toList();
    }

    private List<Emitter> emitters() {
        JavaNames names = new JavaNames(options.packageName());
        List<Emitter> emitters = new ArrayList<>();
        emitters.add(new ToolClassEmitter(names));
        emitters.add(new BundleClassEmitter(names));
        options.main().ifPresent(server -> emitters.add(new MainEmitter(names, server)));
        emitters.add(new ManifestEmitter(names));
        emitters.add(new CatalogueEmitter());
        emitters.add(new SchemaEmitter());
        emitters.add(new MarkdownReferenceEmitter());
        emitters.add(new HtmlReferenceEmitter());
        return emitters;
    }
}
