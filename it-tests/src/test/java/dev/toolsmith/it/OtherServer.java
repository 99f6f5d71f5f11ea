package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.CatalogueRequest;
import dev.toolsmith.generator.GeneratorRequest;
import dev.toolsmith.generator.GeneratorResult;
import dev.toolsmith.generator.ToolGenerator;
import dev.toolsmith.generator.emit.ServerMain;
import dev.toolsmith.generator.write.OutputFolders;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A server generated and compiled by a test, beside the product. */
final class OtherServer {

    private static final String PACKAGE = "com.example.other";

    private final Path folder;
    private final String app;
    private final int tools;

    private OtherServer(Path folder, String app, int tools) {
        this.folder = folder;
        this.app = app;
        this.tools = tools;
    }

    /** Generates and compiles the server of a description of Attio; anything that is wrong with it fails the test. */
    static OtherServer of(Path folder, Path description, List<Path> overlays, String naming) {
        return of(folder, description, overlays, "attio", naming);
    }

    /** Generates and compiles the server of a description; anything that is wrong with it fails the test. */
    static OtherServer of(Path folder, Path description, List<Path> overlays, String app, String naming) {
        OutputFolders output =
                new OutputFolders(folder.resolve("sources"), folder.resolve("classes"), folder.resolve("reports"));
        GeneratorResult result = ToolGenerator.generate(new GeneratorRequest(
                new CatalogueRequest(List.of(description), overlays, app, naming, List.of(), List.of()),
                PACKAGE,
                Optional.of(new ServerMain(app + "-mcp-server", "0", List.of())),
                output,
                "error"));
        assertThat(result.outcome())
                .as("%s %s", result.summary(), result.diagnostics())
                .isEqualTo(GeneratorResult.Outcome.GENERATED);
        OtherServer server = new OtherServer(folder, app, result.tools());
        server.compile();
        return server;
    }

    /** How many tools there are. */
    int tools() {
        return tools;
    }

    /** The jar that a build would make of it. */
    byte[] jar() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Path classes = folder.resolve("classes");
        try (JarOutputStream jar = new JarOutputStream(bytes);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                jar.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                jar.write(Files.readAllBytes(file));
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A running server over stdio, before an upstream. */
    Connection connect(String upstream) {
        return connect(Map.of(variable("API_KEY"), "unused", variable("BASE_URL"), upstream));
    }

    /** A running server over stdio that finds variables in its environment. */
    Connection connect(Map<String, String> environment) {
        ServerProcess process = ServerProcess.talking(command("stdio"), environment);
        Rpc rpc = StdioRpc.to(process);
        return new Connection(process, rpc, rpc.initialize());
    }

    /** What starts it. */
    List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Product.java(), "-cp", classPath(), PACKAGE + ".Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    private String variable(String name) {
        return app.toUpperCase(Locale.ROOT) + "_" + name;
    }

    private String classPath() {
        return folder.resolve("classes")
                + File.pathSeparator
                + Product.jar().resolveSibling("lib").resolve("*");
    }

    private void compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(folder.resolve("sources"));
                Stream<Path> libraries = Files.list(Product.jar().resolveSibling("lib"))) {
            List<String> options = List.of(
                    "-proc:none",
                    "-d",
                    folder.resolve("classes").toString(),
                    "-cp",
                    String.join(
                            File.pathSeparator, libraries.map(Path::toString).toList()));
            List<Path> java =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            boolean compiled = compiler.getTask(
                            problems, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call();
            assertThat(compiled).as(problems.toString()).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
