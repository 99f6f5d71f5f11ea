package dev.toolsmith.generator.write;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.emit.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is to happen to one folder, found out and allowed before anything happens. */
final class FolderChange {

    private final OutputFolder folder;
    private final SortedMap<String, String> before;
    private final Map<String, byte[]> after = new TreeMap<>();

    private FolderChange(OutputFolder folder, SortedMap<String, String> before) {
        this.folder = folder;
        this.before = before;
    }

    /** The change that makes a folder hold these files; empty when it must not happen, which is then reported. */
    static Optional<FolderChange> of(OutputFolder folder, List<SourceFile> files, Diagnostics diagnostics)
            throws IOException {
        FolderChange change =
                new FolderChange(folder, folder.ledger().map(Ledger::hashes).orElseGet(TreeMap::new));
        Set<String> taken = new HashSet<>();
        boolean allowed = true;
        for (SourceFile file : files) {
            Optional<String> obstacle = taken.add(file.path().toLowerCase(Locale.ROOT))
                    ? change.obstacle(file)
                    : Optional.of("another generated file has the same path");
            obstacle.ifPresent(why -> refuse(file, why, diagnostics));
            allowed &= obstacle.isEmpty();
            change.after.put(file.path(), file.bytes());
        }
        return allowed ? Optional.of(change) : Optional.empty();
    }

    /** Writes, deletes and remembers. */
    WriteReport apply(Stamp stamp) throws IOException {
        WriteReport report = WriteReport.NOTHING;
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : after.entrySet()) {
            report = report.plus(write(file.getKey(), file.getValue()));
            hashes.put(file.getKey(), Sha256.of(file.getValue()));
        }
        for (String path : before.keySet()) {
            if (!after.containsKey(path)) {
                report = report.plus(delete(path));
            }
        }
        folder.remember(new Ledger(stamp, hashes));
        return report;
    }

    private Optional<String> obstacle(SourceFile file) throws IOException {
        Optional<Path> target = folder.inside(file.path());
        if (target.isEmpty()) {
            return Optional.of("it would not stand in the output folder");
        }
        Optional<String> present = folder.hash(target.get());
        boolean isForeign = present.isPresent()
                && !before.containsKey(file.path())
                && !present.get().equals(Sha256.of(file.bytes()));
        return isForeign ? Optional.of("a file that was not generated stands there") : Optional.empty();
    }

    private WriteReport write(String path, byte[] bytes) throws IOException {
        Path target = folder.inside(path).orElseThrow();
        Optional<String> present = folder.hash(target);
        if (present.equals(Optional.of(Sha256.of(bytes)))) {
            return new WriteReport(0, 0, 1, 0);
        }
        folder.write(target, bytes);
        return present.isEmpty() ? new WriteReport(1, 0, 0, 0) : new WriteReport(0, 1, 0, 0);
    }

    private WriteReport delete(String path) throws IOException {
        Optional<Path> target = folder.inside(path);
        boolean deleted = target.isPresent() && folder.delete(target.get());
        return new WriteReport(0, 0, 0, deleted ? 1 : 0);
    }

    private static void refuse(SourceFile file, String why, Diagnostics diagnostics) {
        diagnostics.error(
                "file-not-ours",
                new SourcePointer(file.path(), ""),
                "The generated file cannot be written: " + why,
                "Move what is there, or name another output folder");
    }
}
