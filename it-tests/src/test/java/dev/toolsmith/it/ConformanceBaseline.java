package dev.toolsmith.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is expected to fail of the conformance suite.
 *
 * @param file the file, as the suite itself reads it
 * @param parts by the scenario's name, the part of the protocol that it is of and that this server does not offer
 */
record ConformanceBaseline(Path file, Map<String, String> parts) {

    /** The parts of the protocol that may be the reason: nothing else may fail. */
    static final Set<String> NOT_OFFERED = Set.of("roots", "sampling", "logging", "legacy sessions");

    private static final Pattern ENTRY = Pattern.compile("  - ([a-z0-9-]+) # ([a-z ]+): (\\S.{5,})");

    /** What is expected at a revision. */
    static ConformanceBaseline of(String revision) {
        String newest = revision.equals("2026-07-28") ? revision : "2025-11-25";
        Path file = Product.repository()
                .resolve("it-tests/src/test/resources/dev/toolsmith/it/conformance/baseline-" + newest + ".yaml");
        Map<String, String> parts = new TreeMap<>();
        for (String line : lines(file)) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches()) {
                parts.put(entry.group(1), entry.group(2));
            } else if (!line.startsWith("#") && !line.equals("server:") && !line.equals("server: []")) {
                throw new AssertionError("Not \"  - SCENARIO # PART: REASON\" in " + file + ": " + line);
            }
        }
        return new ConformanceBaseline(file, parts);
    }

    private static Iterable<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
