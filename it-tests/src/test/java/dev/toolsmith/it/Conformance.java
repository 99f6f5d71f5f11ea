package dev.toolsmith.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One run of the protocol's official conformance suite against a server.
 *
 * @param suite which line of the suite
 * @param revision the revision of the protocol that it spoke
 * @param verdict the suite's own run: it ends with 0 when nothing failed but what was expected to, and all of that did
 * @param scenarios the checks of each scenario, by its name
 */
record Conformance(String suite, String revision, CommandRun verdict, Map<String, List<Check>> scenarios) {

    /** The lines of the suite, oldest first: the folders they are installed in. */
    static final List<String> SUITES = List.of("conformance-0.1", "conformance-0.2");

    private static final Path PACKAGES = Path.of(System.getProperty("it.node", "node"), "node_modules");
    private static final Pattern LISTED = Pattern.compile("(?m)^  - ([a-z0-9-]+) \\[");
    private static final Pattern RESULTS = Pattern.compile("server-(.+)-\\d{4}-\\d\\d-\\d\\dT[-\\d]+Z");

    /**
     * What the suite looked at.
     *
     * @param id names what the specification asks for
     * @param status SUCCESS, FAILURE, WARNING, SKIPPED or INFO
     * @param message why it is not well
     */
    record Check(String id, String status, String message) {

        /** Whether the suite counts it as a failure; it does so with what the specification only recommends, too. */
        boolean failed() {
            return status.equals("FAILURE") || status.equals("WARNING");
        }

        /** Whether it could not be looked at because the server has no tool that was made for it. */
        boolean lacksItsTool() {
            boolean lists = message.startsWith("Not testable") && message.contains("diagnostic tool");
            boolean changes = status.equals("WARNING") && message.startsWith("Mutated the tool list");
            return failed() && (lists || changes);
        }
    }

    /** Runs every scenario that a line of the suite has for a revision. */
    static Conformance of(String suite, URI server, String revision, Optional<Path> expectedFailures) {
        Path results = newFolder(suite + "-" + revision);
        List<String> command = command(
                suite,
                "server",
                "--url",
                server.toString(),
                "--suite",
                "all",
                "--spec-version",
                revision,
                "-o",
                results.toString());
        expectedFailures.ifPresent(file -> command.addAll(List.of("--expected-failures", file.toString())));
        return new Conformance(suite, revision, CommandRun.of(command, Map.of(), ""), read(results));
    }

    /** The scenarios that any line of the suite has for a revision. */
    static Set<String> known(String revision) {
        Set<String> names = new TreeSet<>();
        for (String suite : SUITES) {
            CommandRun list =
                    CommandRun.of(command(suite, "list", "--server", "--spec-version", revision), Map.of(), "");
            LISTED.matcher(list.out()).results().forEach(name -> names.add(name.group(1)));
        }
        return names;
    }

    /** The scenarios that the suite says a server of a revision has to pass. */
    static Set<String> required(String revision) {
        Path file = PACKAGES.resolve("conformance-0.2/requirements/" + revision + ".yaml");
        Set<String> names = new TreeSet<>();
        Yaml.read(file).required("server").forEach(name -> names.add(name.asString()));
        return names;
    }

    /** The scenarios of which a check failed. */
    Set<String> failed() {
        Set<String> names = new TreeSet<>();
        scenarios.forEach((name, checks) -> {
            if (checks.stream().anyMatch(Check::failed)) {
                names.add(name);
            }
        });
        return names;
    }

    /** The checks of a scenario that failed. */
    List<Check> failures(String scenario) {
        if (!scenarios.containsKey(scenario)) {
            throw new AssertionError(this + " has no scenario " + scenario);
        }
        return scenarios.get(scenario).stream().filter(Check::failed).toList();
    }

    private static List<String> command(String suite, String... arguments) {
        return Node.command("node_modules/" + suite + "/dist/index.js", arguments);
    }

    private static Path newFolder(String name) {
        try {
            Path all = Files.createDirectories(Path.of("target", "conformance"));
            return Files.createTempDirectory(all, name + "-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<Check>> read(Path results) {
        Map<String, List<Check>> scenarios = new TreeMap<>();
        try (Stream<Path> folders = Files.list(results)) {
            for (Path folder : folders.toList()) {
                Matcher name = RESULTS.matcher(folder.getFileName().toString());
                if (!name.matches()) {
                    throw new AssertionError("No results of a scenario: " + folder);
                }
                scenarios.put(name.group(1), checks(folder.resolve("checks.json")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scenarios;
    }

    private static List<Check> checks(Path file) {
        List<Check> checks = new ArrayList<>();
        for (JsonNode check : Json.read(file)) {
            checks.add(new Check(
                    check.required("id").asString(),
                    check.required("status").asString(),
                    check.path("errorMessage")
                            .asString(check.path("details").path("message").asString(""))));
        }
        return checks;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(suite).append(" at ").append(revision);
        for (String scenario : failed()) {
            text.append("\n  ").append(scenario);
            failures(scenario)
                    .forEach(check -> text.append("\n    ")
                            .append(check.id())
                            .append(": ")
                            .append(check.message()));
        }
        return text.append('\n').append(verdict.err()).toString();
    }
}
