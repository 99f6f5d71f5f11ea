package dev.toolsmith.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.toolsmith.generator.emit.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/**
 * Generated classes, compiled together with the runtime's own contracts and loaded where the generator's class path
 * cannot be seen: the two never share one.
 */
final class GeneratedCode extends ClassLoader {

    private static final Path CONTRACTS = Path.of("../server-runtime/src/main/java/dev/toolsmith/runtime/tool");
    private static final Path STAND_INS = Path.of("src/test/golden-runtime");
    private static final Path LIBRARIES = Path.of("target/golden-libraries");

    /** Where the compiled contracts stand; once for all, for they take longer than what is generated. */
    private static final Path COMPILED_CONTRACTS = compiledContracts();

    private final Map<String, byte[]> classes;
    private final Map<String, byte[]> resources = new TreeMap<>();

    private GeneratedCode(Map<String, byte[]> classes, ClassLoader libraries) {
        super(libraries);
        this.classes = classes;
    }

    /** Compiles, with every warning that javac knows taken for an error. */
    static GeneratedCode of(List<SourceFile> files) {
        List<JavaFileObject> sources = new ArrayList<>();
        files.stream()
                .filter(file -> file.kind() == SourceFile.Kind.SOURCE)
                .forEach(file -> sources.add(source(file.path(), file.text())));
        GeneratedCode code = new GeneratedCode(
                compile(sources, runtime(), "-Xlint:all", "-Werror"),
                new URLClassLoader(urls(), getPlatformClassLoader()));
        files.stream()
                .filter(file -> file.kind() == SourceFile.Kind.RESOURCE)
                .forEach(file -> code.resources.put(file.path(), file.bytes()));
        return code;
    }

    /** Calls tools of a bundle: a tool's name and its arguments as JSON give the request as text. */
    @SuppressWarnings("unchecked")
    BiFunction<String, String, String> calls(String bundleClass) throws ReflectiveOperationException {
        Object bundle = loadClass(bundleClass).getConstructor().newInstance();
        return (BiFunction<String, String, String>)
                loadClass("golden.Calls").getConstructor(Object.class).newInstance(bundle);
    }

    /** Takes requests apart: a tool and its arguments as JSON give name, method, template and all names on the wire. */
    @SuppressWarnings("unchecked")
    BiFunction<Object, String, List<String>> parts() throws ReflectiveOperationException {
        return (BiFunction<Object, String, List<String>>)
                loadClass("golden.Parts").getConstructor().newInstance();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = Optional.ofNullable(classes.get(name)).orElseThrow(() -> new ClassNotFoundException(name));
        return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] bytes = resources.get(name);
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    private static Path compiledContracts() {
        List<JavaFileObject> sources = new ArrayList<>(sourcesIn(CONTRACTS));
        sources.addAll(sourcesIn(STAND_INS));
        try {
            Path folder = Files.createDirectories(Path.of("target/golden-contracts"));
            for (Map.Entry<String, byte[]> type : compile(sources, libraries()).entrySet()) {
                Path file = folder.resolve(type.getKey().replace('.', '/') + ".class");
                Files.createDirectories(file.getParent());
                Files.write(file, type.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> compile(
            List<JavaFileObject> sources, List<Path> classPath, String... strictness) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(found, null, null);
                ClassesInMemory files = new ClassesInMemory(standard)) {
            List<String> options = new ArrayList<>(List.of(strictness));
            options.addAll(List.of("--release", "17", "-proc:none", "-Xmaxerrs", "5", "-cp", joined(classPath)));
            boolean compiled =
                    compiler.getTask(null, files, found, options, null, sources).call();
            assertThat(found.getDiagnostics()).isEmpty();
            assertThat(compiled).isTrue();
            return files.classes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JavaFileObject> sourcesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<JavaFileObject> sources = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                sources.add(source(file.toString().replace("../", ""), Files.readString(file)));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject source(String path, String text) {
        return new SimpleJavaFileObject(URI.create("golden:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static String joined(List<Path> classPath) {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static URL[] urls() {
        return runtime().stream().map(GeneratedCode::url).toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What generated code is compiled against and runs on. */
    private static List<Path> runtime() {
        List<Path> runtime = new ArrayList<>(libraries());
        runtime.add(COMPILED_CONTRACTS);
        return runtime;
    }

    /** What the contracts are written against: Jackson 3, which the generator itself must not see, and annotations. */
    private static List<Path> libraries() {
        try (Stream<Path> jars = Files.list(LIBRARIES)) {
            List<Path> libraries = new ArrayList<>(jars.sorted().toList());
            libraries.add(jarOf(JsonProperty.class));
            libraries.add(jarOf(NullMarked.class));
            return libraries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps what javac writes in memory. */
    private static final class ClassesInMemory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

        ClassesInMemory(JavaFileManager standard) {
            super(standard);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new TreeMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("golden:///" + className.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return written.computeIfAbsent(className, name -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
