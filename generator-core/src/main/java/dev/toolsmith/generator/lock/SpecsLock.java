package dev.toolsmith.generator.lock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.VisibleText;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where the descriptions of one folder come from. It stands beside them as the JSON file {@value #FILE}, one description
 * a line.
 *
 * @param specs file name to what is known of the file, sorted
 */
public record SpecsLock(SortedMap<String, PinnedSpec> specs) {

    /** The file's name. */
    public static final String FILE = "specs.lock";

    /** The format of the file that this version reads and writes. */
    public static final int FORMAT = 1;

    /** Nothing downloaded yet. */
    public static final SpecsLock EMPTY = new SpecsLock(new TreeMap<>());

    private static final String ABOUT = "Where the descriptions beside this file come from. Written by toolsmith:fetch";
    private static final String HINT =
            "Take back the change of the file, or delete it and fetch with -Dtoolsmith.overwrite";

    public SpecsLock {
        specs = Collections.unmodifiableSortedMap(new TreeMap<>(specs));
    }

    /**
     * The lock in a file.
     *
     * @param bytes the whole file
     * @param diagnostics takes what is wrong with it
     * @return the lock; empty when the file is damaged, has an unresolved merge, or was written in a newer format
     */
    public static Optional<SpecsLock> parse(byte[] bytes, Diagnostics diagnostics) {
        return new LockTree(FILE, FORMAT, "toolsmith:fetch", HINT, diagnostics)
                .read(bytes)
                .flatMap(root -> lock(root.path("files"), diagnostics));
    }

    /** This lock with another row for one file. */
    public SpecsLock with(PinnedSpec spec) {
        SortedMap<String, PinnedSpec> changed = new TreeMap<>(specs);
        changed.put(spec.file(), spec);
        return new SpecsLock(changed);
    }

    /** What is known of a file. */
    public Optional<PinnedSpec> of(String file) {
        return Optional.ofNullable(specs.get(file));
    }

    /** The file: JSON in ASCII, one description a line, sorted, the same text for the same rows. */
    public String toText() {
        String rows = specs.values().stream()
                .map(spec -> LockTree.text(spec.toJson()))
                .collect(Collectors.joining(",\n", "", "\n"));
        return "{\n\"about\": " + LockTree.text(ABOUT) + ",\n\"format\": " + FORMAT + ",\n\"files\": [\n"
                + (specs.isEmpty() ? "" : rows) + "]\n}\n";
    }

    private static Optional<SpecsLock> lock(JsonNode rows, Diagnostics diagnostics) {
        SourcePointer at = new SourcePointer(FILE, "").member("files");
        if (!rows.isArray()) {
            diagnostics.error("lock-damaged", at, "'files' is no array", HINT);
            return Optional.empty();
        }
        SpecsLock lock = EMPTY;
        for (int i = 0; i < rows.size(); i++) {
            Optional<PinnedSpec> spec = spec(rows.path(i));
            if (spec.isEmpty() || lock.of(spec.get().file()).isPresent()) {
                String problem = spec.isEmpty()
                        ? "No description that was downloaded: "
                                + VisibleText.excerpt(rows.path(i).toString())
                        : "The file " + spec.get().file() + " stands twice";
                diagnostics.error("lock-damaged", at.element(i), problem, HINT);
                return Optional.empty();
            }
            lock = lock.with(spec.get());
        }
        return Optional.of(lock);
    }

    private static Optional<PinnedSpec> spec(JsonNode row) {
        try {
            return Optional.of(new PinnedSpec(
                    row.path("file").asText(),
                    URI.create(row.path("url").asText()),
                    Instant.parse(row.path("date").asText()),
                    row.path("sha256").asText(),
                    row.path("bytes").asLong(),
                    Optional.ofNullable(row.path("etag").textValue()),
                    Optional.ofNullable(row.path("lastModified").textValue())));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
