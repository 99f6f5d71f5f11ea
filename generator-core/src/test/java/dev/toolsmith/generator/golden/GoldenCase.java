package dev.toolsmith.generator.golden;

import dev.toolsmith.generator.api.ApiDescription;
import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.emit.BundleEmitter;
import dev.toolsmith.generator.emit.EmitOptions;
import dev.toolsmith.generator.emit.ServerMain;
import dev.toolsmith.generator.emit.SourceFile;
import dev.toolsmith.generator.plan.PlanOptions;
import dev.toolsmith.generator.plan.PlanOptions.Naming;
import dev.toolsmith.generator.plan.ToolPlanner;
import dev.toolsmith.generator.read.DescriptionReader;
import dev.toolsmith.generator.read.DescriptionSource;
import dev.toolsmith.generator.read.ReadLimits;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One golden case: a folder with {@code spec*} and {@code overlay*} files, {@code case.properties} if the defaults will
 * not do, {@code calls.txt} with a tool's name and its arguments a line, and under {@code expected/} all that comes of
 * it.
 */
final class GoldenCase {

    static final String APP = "golden";
    static final String PACKAGE = "com.example.golden";

    private final Path folder;
    private final Properties properties = new Properties();
    private final Diagnostics diagnostics = new Diagnostics();
    private final List<SourceFile> files;

    private GoldenCase(Path folder) {
        this.folder = folder;
        read("case.properties").ifPresent(this::load);
        this.files = generate();
    }

    /** The cases, sorted by name. */
    static Stream<Path> folders() {
        return list(Path.of("src/test/golden")).stream();
    }

    static GoldenCase of(Path folder) {
        return new GoldenCase(folder);
    }

    Path expected() {
        return folder.resolve("expected");
    }

    List<SourceFile> files() {
        return files;
    }

    /** Everything that was found, as a user reads it; empty when nothing was. */
    String diagnostics() {
        return diagnostics.all().stream()
                .map(Diagnostic::toText)
                .map(text -> text + "\n")
                .collect(Collectors.joining());
    }

    /** The lines of {@code calls.txt}. */
    List<String> calls() {
        return read("calls.txt").stream().flatMap(String::lines).toList();
    }

    private List<SourceFile> generate() {
        Optional<ApiDescription> api =
                DescriptionReader.read(sources("spec"), sources("overlay"), ReadLimits.DEFAULTS, diagnostics);
        BundleEmitter emitter = new BundleEmitter(new EmitOptions(PACKAGE, main()));
        Naming naming =
                properties.getProperty("naming", "operationId").equals("path") ? Naming.PATH : Naming.OPERATION_ID;
        PlanOptions options = PlanOptions.forApp(APP).withNaming(naming);
        return api.map(read -> ToolPlanner.plan(read, options, diagnostics))
                .map(emitter::emit)
                .orElse(List.of());
    }

    private Optional<ServerMain> main() {
        return Optional.ofNullable(properties.getProperty("serverName"))
                .map(name -> new ServerMain(
                        name,
                        "1.0.0",
                        List.of(properties.getProperty("extensions").split(","))));
    }

    private List<DescriptionSource> sources(String prefix) {
        List<DescriptionSource> sources = new ArrayList<>();
        for (Path file : list(folder)) {
            String name = file.getFileName().toString();
            if (name.startsWith(prefix)) {
                sources.add(new DescriptionSource(name, bytes(file)));
            }
        }
        return sources;
    }

    private void load(String text) {
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> read(String name) {
        Path file = folder.resolve(name);
        return Files.exists(file)
                ? Optional.of(new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
