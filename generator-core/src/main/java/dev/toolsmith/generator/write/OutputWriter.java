package dev.toolsmith.generator.write;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.emit.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The write stage: makes the output folders hold exactly the generated files. A file is written only when its content
 * is another, and deleted only when an earlier run wrote it.
 */
public final class OutputWriter {

    private final OutputFolders folders;
    private final String app;

    /**
     * A writer.
     *
     * @param folders where files go
     * @param app whose files they are; several apps can share a folder
     */
    public OutputWriter(OutputFolders folders, String app) {
        this.folders = folders;
        this.app = app;
    }

    /** What the files in the folders were made from, if all are there as they were written. */
    public Optional<Stamp> current() {
        try {
            List<Stamp> stamps = new ArrayList<>();
            for (Path folder : byFolder(List.of()).keySet()) {
                Optional<Stamp> stamp = intact(new OutputFolder(folder, app));
                if (stamp.isEmpty()) {
                    return Optional.empty();
                }
                stamps.add(stamp.get());
            }
            return stamps.stream().distinct().count() == 1 ? Optional.of(stamps.get(0)) : Optional.empty();
        } catch (IOException e) {
            // What cannot be read is written anew, and that tells what is wrong.
            return Optional.empty();
        }
    }

    /**
     * Writes what has changed and deletes what is no longer generated. When one file must not be written, none is, and
     * an error says why.
     *
     * @return what happened to the files; empty when nothing did
     */
    public Optional<WriteReport> write(List<SourceFile> files, Stamp stamp, Diagnostics diagnostics) {
        try {
            List<FolderChange> changes = new ArrayList<>();
            for (Map.Entry<Path, List<SourceFile>> entry : byFolder(files).entrySet()) {
                OutputFolder folder = new OutputFolder(entry.getKey(), app);
                FolderChange.of(folder, entry.getValue(), diagnostics).ifPresent(changes::add);
            }
            boolean allowed = changes.size() == byFolder(files).size();
            return allowed ? Optional.of(apply(changes, stamp)) : Optional.empty();
        } catch (IOException e) {
            diagnostics.error(
                    "cannot-write",
                    new SourcePointer("output", ""),
                    "The generated files of " + app + " cannot be written: " + e,
                    "Make the output folders writable, or name others");
            return Optional.empty();
        }
    }

    private static WriteReport apply(List<FolderChange> changes, Stamp stamp) throws IOException {
        WriteReport total = WriteReport.NOTHING;
        for (FolderChange change : changes) {
            total = total.plus(change.apply(stamp));
        }
        return total;
    }

    private static Optional<Stamp> intact(OutputFolder folder) throws IOException {
        Optional<Ledger> ledger = folder.ledger();
        if (ledger.isEmpty()) {
            return Optional.empty();
        }
        for (Map.Entry<String, String> file : ledger.get().hashes().entrySet()) {
            Optional<Path> target = folder.inside(file.getKey());
            if (target.isEmpty() || !folder.hash(target.get()).equals(Optional.of(file.getValue()))) {
                return Optional.empty();
            }
        }
        return ledger.map(Ledger::stamp);
    }

    private Map<Path, List<SourceFile>> byFolder(List<SourceFile> files) {
        Map<Path, List<SourceFile>> byFolder = new LinkedHashMap<>();
        for (SourceFile.Kind kind : SourceFile.Kind.values()) {
            Path folder = folders.of(kind).toAbsolutePath().normalize();
            List<SourceFile> ofFolder = byFolder.computeIfAbsent(folder, path -> new ArrayList<>());
            files.stream().filter(file -> file.kind() == kind).forEach(ofFolder::add);
        }
        return byFolder;
    }
}
