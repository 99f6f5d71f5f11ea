package dev.toolsmith.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Where the built product stands, and how to start it. */
public final class Product {

    /** The engines that serve the older protocol revisions; the same tests run over each. */
    static List<String> engines() {
        return List.of(System.getProperty("it.engines", "kernel,sdk").split(","));
    }

    private Product() {}

    /** The root of the source tree. */
    public static Path repository() {
        return Path.of(System.getProperty("it.repository", ".."))
                .toAbsolutePath()
                .normalize();
    }

    /** The built server. */
    public static Path jar() {
        Path jar = Path.of(System.getProperty(
                        "it.server.jar",
                        repository()
                                .resolve("generated-server/target/attio-mcp-server.jar")
                                .toString()))
                .toAbsolutePath()
                .normalize();
        if (!Files.isRegularFile(jar)) {
            throw new AssertionError("The product is not built: no " + jar);
        }
        return jar;
    }

    /** The JVM that runs this test. */
    public static String java() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java")
                .toString();
    }

    /** {@code java -jar <product> arguments…}. */
    public static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(java(), "-jar", jar().toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** {@code java -jar <product> stdio|http … --base-url URL}, with the engine named where it is not the default. */
    static List<String> server(String verb, String engine, String baseUrl, String... more) {
        List<String> command = command(verb, "--base-url", baseUrl);
        if (!engine.equals("kernel")) {
            command.add("--engine");
            command.add(engine);
        }
        command.addAll(List.of(more));
        return command;
    }

    /** An environment in which tools are listed and calls checked as the API publishes them, whatever its account is like. */
    public static Map<String, String> published(Map<String, String> environment) {
        Map<String, String> published = new TreeMap<>(environment);
        published.put("TOOLSMITH_SCHEMAS", "published");
        return published;
    }
}
