package dev.toolsmith.generator;

import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.emit.BundleEmitter;
import dev.toolsmith.generator.emit.SourceFile;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.write.OutputWriter;
import dev.toolsmith.generator.write.Stamp;
import java.util.List;
import java.util.Optional;

/** Turns an API description into the sources and resources of tools. */
public final class ToolGenerator {

    private final Generation wanted;
    private final BundleEmitter emitter;
    private final OutputWriter writer;
    private final Diagnostics diagnostics;

    private ToolGenerator(Generation wanted, Diagnostics diagnostics) {
        this.wanted = wanted;
        this.emitter = new BundleEmitter(wanted.emit());
        this.writer = new OutputWriter(wanted.output(), wanted.app());
        this.diagnostics = diagnostics;
    }

    /** Makes the output folders hold what the description says. Never throws for what a user can mend. */
    public static GeneratorResult generate(GeneratorRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        return RequestCheck.check(request, diagnostics)
                .map(wanted -> new ToolGenerator(wanted, diagnostics))
                .flatMap(generator -> generator.upToDate().or(generator::generated))
                .orElseGet(() -> GeneratorResult.failed(request.app(), diagnostics.all()));
    }

    /** The tools that a description becomes; writes nothing. Never throws for what a user can mend. */
    public static CatalogueResult catalogue(CatalogueRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<ToolCatalog> catalogue =
                RequestCheck.check(request, diagnostics).flatMap(inputs -> inputs.catalogue(diagnostics));
        return new CatalogueResult(catalogue, diagnostics.all());
    }

    private Optional<GeneratorResult> upToDate() {
        return writer.current()
                .filter(stamp -> !wanted.lock().accepts())
                .filter(stamp -> stamp.inputs().equals(wanted.stamp()))
                .map(stamp -> GeneratorResult.upToDate(wanted.app(), stamp.tools()));
    }

    private Optional<GeneratorResult> generated() {
        return wanted.inputs()
                .catalogue(diagnostics)
                .filter(tools -> !wanted.failOn().isMet(diagnostics))
                .filter(tools -> wanted.lock().passes(tools, diagnostics))
                .flatMap(tools -> write(tools, emitter.emit(tools)));
    }

    private Optional<GeneratorResult> write(ToolCatalog tools, List<SourceFile> files) {
        Stamp stamp = new Stamp(wanted.stamp(), tools.tools().size());
        return writer.write(files, stamp, diagnostics)
                .map(written -> GeneratorResult.generated(wanted.app(), stamp.tools(), diagnostics.all(), written));
    }
}
