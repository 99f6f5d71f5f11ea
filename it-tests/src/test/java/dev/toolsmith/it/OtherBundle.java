package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.CatalogueRequest;
import dev.toolsmith.generator.GeneratorRequest;
import dev.toolsmith.generator.GeneratorResult;
import dev.toolsmith.generator.ToolGenerator;
import dev.toolsmith.generator.write.OutputFolders;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The jar of a bundle that a test generated and compiled, as a build with the plugin makes it. */
public final class OtherBundle {

    private final Path jar;

    private OtherBundle(Path jar) {
        this.jar = jar;
    }

    /** Generates, compiles and packs what is asked for; anything that is wrong with it fails the test. */
    public static OtherBundle of(Path folder, CatalogueRequest wanted) {
        Path classes = folder.resolve("classes");
        GeneratorResult result = ToolGenerator.generate(new GeneratorRequest(
                wanted,
                "com.example." + wanted.app(),
                Optional.empty(),
                new OutputFolders(folder.resolve("sources"), classes, folder.resolve("reports")),
                "error"));
        assertThat(result.outcome())
                .as("%s %s", result.summary(), result.diagnostics())
                .isEqualTo(GeneratorResult.Outcome.GENERATED);
        try {
            compile(folder.resolve("sources"), classes);
            return new OtherBundle(pack(classes, folder.resolve(wanted.app() + ".jar")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts it where another jar may be, at one moment. */
    public void moveTo(Path place) {
        Path beside = place.resolveSibling(place.getFileName() + ".new");
        try {
            Files.copy(jar, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
        return jar;
    }

    private static void compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(sources);
                Stream<Path> libraries = Files.list(Product.jar().resolveSibling("lib"))) {
            String path = String.join(
                    File.pathSeparator, libraries.map(Path::toString).toList());
            List<Path> java =
                    all.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = List.of("-proc:none", "--release", "17", "-d", classes.toString(), "-cp", path);
            boolean compiled = compiler.getTask(
                            problems, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call();
            assertThat(compiled).as(problems.toString()).isTrue();
        }
    }
}
