package dev.toolsmith.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A local Maven repository that holds what this build has made of Toolsmith, and takes everything else from the
 * repository of this build, or from where Maven looks anyway. Nothing is installed for anybody else.
 *
 * @param folder the repository
 * @param settings the settings that make Maven use it
 */
record BuiltRepository(Path folder, Path settings) {

    private static final Map<String, String> MODULES = Map.of(
            "toolsmith-generator-core", "generator-core",
            "toolsmith-maven-plugin", "maven-plugin",
            "toolsmith-server-runtime", "server-runtime",
            "toolsmith-server-platform", "server-platform");

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** Makes the repository below a folder; what other builds brought into it stays from run to run. */
    static BuiltRepository in(Path parent) {
        BuiltRepository repository = new BuiltRepository(parent.resolve("repository"), parent.resolve("settings.xml"));
        try {
            repository.fill();
            Files.writeString(repository.settings, repository.settingsText());
            return repository;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version of Toolsmith in it. */
    static String version() {
        return System.getProperty("it.version", "0.1.0-SNAPSHOT");
    }

    /** Runs Maven in a folder with a heap of 512 MB and waits for its end. */
    CommandRun maven(Path where, String... arguments) {
        return maven(where, Map.of(), arguments);
    }

    CommandRun maven(Path where, Map<String, String> more, String... arguments) {
        List<String> command = new ArrayList<>();
        String home = System.getProperty("it.maven.home", "");
        command.add(home.isEmpty() ? "mvn" : Path.of(home, "bin", "mvn").toString());
        command.addAll(List.of("-B", "-ntp", "-s", settings.toString(), "-Dmaven.repo.local=" + folder));
        command.addAll(List.of(arguments));
        Path javaHome = Path.of(System.getProperty("java.home"));
        Map<String, String> environment = new HashMap<>(more);
        environment.put("MAVEN_OPTS", "-Xmx512m");
        environment.put("JAVA_HOME", javaHome.toString());
        return CommandRun.of(where, command, environment, "", LIMIT);
    }

    private void fill() throws IOException {
        Path ours = folder.resolve("dev/toolsmith");
        if (Files.exists(ours)) {
            try (Stream<Path> files = Files.walk(ours)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        put("toolsmith-parent", "pom", Product.repository().resolve("pom.xml"));
        for (Map.Entry<String, String> module : MODULES.entrySet()) {
            Path source = Product.repository().resolve(module.getValue());
            put(module.getKey(), "pom", source.resolve("pom.xml"));
            put(module.getKey(), "jar", source.resolve("target/" + module.getKey() + "-" + version() + ".jar"));
        }
    }

    private void put(String artifact, String type, Path file) throws IOException {
        Path target = folder.resolve("dev/toolsmith").resolve(artifact).resolve(version());
        Files.createDirectories(target);
        Files.copy(file, target.resolve(artifact + "-" + version() + "." + type), StandardCopyOption.REPLACE_EXISTING);
    }

    private String settingsText() {
        String outer = System.getProperty(
                "it.maven.repository",
                Path.of(System.getProperty("user.home"), ".m2/repository").toString());
        String url = Path.of(outer).toUri().toString();
        String repository = "<id>outer-build</id><url>" + url + "</url><snapshots><enabled>false</enabled></snapshots>";
        return """
                <settings>
                  <profiles>
                    <profile>
                      <id>outer-build</id>
                      <repositories><repository>%s</repository></repositories>
                      <pluginRepositories><pluginRepository>%s</pluginRepository></pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>outer-build</activeProfile></activeProfiles>
                </settings>
                """.formatted(repository, repository);
    }
}
