package dev.toolsmith.benchmarks.generator;

import dev.toolsmith.generator.api.ApiDescription;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.emit.BundleEmitter;
import dev.toolsmith.generator.emit.EmitOptions;
import dev.toolsmith.generator.emit.SourceFile;
import dev.toolsmith.generator.plan.PlanOptions;
import dev.toolsmith.generator.plan.ToolPlanner;
import dev.toolsmith.generator.read.DescriptionReader;
import dev.toolsmith.generator.read.DescriptionSource;
import dev.toolsmith.generator.read.ReadLimits;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From the bytes of Attio's description and overlay to the texts of all generated files, in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class GenerationBenchmark {

    private final PlanOptions options = PlanOptions.forApp("attio").withNaming(PlanOptions.Naming.PATH);
    private final BundleEmitter emitter = new BundleEmitter(new EmitOptions("com.example.attio", Optional.empty()));
    private final List<DescriptionSource> documents = List.of(source("attio.openapi.yaml"));
    private final List<DescriptionSource> overlays = List.of(source("attio.overlay.yaml"));
    private final ApiDescription api = read();
    private final ToolCatalog tools = plan();

    /** Parses both files, checks them, applies the overlay. */
    @Benchmark
    public ApiDescription read() {
        return DescriptionReader.read(documents, overlays, ReadLimits.DEFAULTS, new Diagnostics())
                .orElseThrow();
    }

    /** Decides names, schemas, hints and mappings of all tools. */
    @Benchmark
    public ToolCatalog plan() {
        return ToolPlanner.plan(api, options, new Diagnostics());
    }

    /** Writes classes, catalogue, schemas and references as texts. */
    @Benchmark
    public List<SourceFile> emit() {
        return emitter.emit(tools);
    }

    /** All three, one after the other. */
    @Benchmark
    public List<SourceFile> readPlanEmit() {
        return emitter.emit(ToolPlanner.plan(read(), options, new Diagnostics()));
    }

    private static DescriptionSource source(String name) {
        try (InputStream in = GenerationBenchmark.class.getResourceAsStream("/specs/" + name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new DescriptionSource(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
