package dev.toolsmith.generator.write;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was generated into one folder. Kept there as a text file, so that the next run knows which files are ours.
 *
 * @param stamp what the files were made from
 * @param hashes path below the folder to SHA-256 of the content, sorted by path
 */
record Ledger(Stamp stamp, SortedMap<String, String> hashes) {

    Ledger {
        hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
    }

    /** A ledger from its text; empty when it is none, or one that another version wrote. */
    static Optional<Ledger> parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2
                || !lines.get(0).matches("inputs [0-9a-f]{64}")
                || !lines.get(1).matches("tools \\d{1,9}")) {
            return Optional.empty();
        }
        SortedMap<String, String> hashes = new TreeMap<>();
        for (String line : lines.subList(2, lines.size())) {
            if (!line.matches("[0-9a-f]{64} .+")) {
                return Optional.empty();
            }
            hashes.put(line.substring(65), line.substring(0, 64));
        }
        int tools = Integer.parseInt(lines.get(1).substring("tools ".length()));
        return Optional.of(new Ledger(new Stamp(lines.get(0).substring("inputs ".length()), tools), hashes));
    }

    /** The text that {@link #parse} reads. */
    String toText() {
        StringBuilder text = new StringBuilder();
        text.append("inputs ").append(stamp.inputs()).append('\n');
        text.append("tools ").append(stamp.tools()).append('\n');
        for (Map.Entry<String, String> file : hashes.entrySet()) {
            text.append(file.getValue()).append(' ').append(file.getKey()).append('\n');
        }
        return text.toString();
    }
}
