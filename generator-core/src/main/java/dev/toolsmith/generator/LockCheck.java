package dev.toolsmith.generator;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.compare.Change;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.lock.ToolsLock;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.write.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds the tools of a request against those that were accepted, and records them when they are to be. */
final class LockCheck {

    private static final int TOLD = 100;

    private final String app;
    private final Optional<Path> file;
    private final boolean accept;
    private Found found;

    private LockCheck(GeneratorRequest request, Found found) {
        this.app = request.app();
        this.file = request.lock();
        this.accept = request.accept();
        this.found = found;
    }

    /** The check for a request; empty when its lock is unreadable, which is then reported. */
    static Optional<LockCheck> open(GeneratorRequest request, Diagnostics diagnostics) {
        if (request.lock().isEmpty()) {
            if (request.accept()) {
                diagnostics.error(
                        "no-lock-to-accept",
                        new SourcePointer("configuration", "/accept"),
                        "The tools cannot be accepted: no file is named to record them in",
                        "Name one, for example -Dtoolsmith.lock=tools.lock");
                return Optional.empty();
            }
            return Optional.of(new LockCheck(request, Found.NOTHING));
        }
        return read(request.lock().get(), diagnostics).map(found -> new LockCheck(request, found));
    }

    /** Whether the tools are accepted as they come. */
    boolean accepts() {
        return accept;
    }

    /** A fingerprint that what was accepted of this app takes part in. */
    String stamp(String fingerprint) {
        if (!found.present()) {
            return fingerprint;
        }
        return Fingerprint.of(
                fingerprint, found.lock().section(app).map(ToolsLock::text).orElse("never accepted"));
    }

    /** Whether the tools may be generated. What keeps them from it is reported, and so is what has changed besides. */
    boolean passes(ToolCatalog tools, Diagnostics diagnostics) {
        if (file.isEmpty()) {
            return true;
        }
        if (accept) {
            return record(tools, diagnostics);
        }
        if (!found.present()) {
            diagnostics.info(
                    "no-tools-lock",
                    at(),
                    "There is no such file, so the tools may change with the description and nobody is asked",
                    "Run once with -Dtoolsmith.accept and commit the file");
            return true;
        }
        return isAccepted(tools, found.lock(), diagnostics);
    }

    private boolean isAccepted(ToolCatalog tools, ToolsLock lock, Diagnostics diagnostics) {
        List<Change> changes = lock.changesTo(tools);
        List<Change> unaccepted = changes.stream()
                .filter(change -> ToolsLock.needsAcceptance(change.kind()))
                .toList();
        if (!unaccepted.isEmpty()) {
            refuse(unaccepted, lock.section(app).isEmpty(), diagnostics);
            return false;
        }
        if (!changes.isEmpty()) {
            diagnostics.info(
                    "listed-tools-changed",
                    at(),
                    "The texts or arguments of " + count(changes.size(), "tool")
                            + " have changed since they were accepted: " + some(changes),
                    "Read what has changed; -Dtoolsmith.accept records it");
        }
        return true;
    }

    private void refuse(List<Change> unaccepted, boolean never, Diagnostics diagnostics) {
        List<Change> told = never ? List.of() : unaccepted.subList(0, Math.min(TOLD, unaccepted.size()));
        told.forEach(
                change -> diagnostics.error("unaccepted-change", change.at().orElse(at()), change.message(), ""));
        int untold = unaccepted.size() - told.size();
        diagnostics.error(
                "tools-not-accepted",
                at(),
                count(unaccepted.size(), "change") + " of " + app + "'s tools "
                        + (unaccepted.size() == 1 ? "is" : "are")
                        + " not accepted" + (untold > 0 && !never ? " (" + untold + " of them not told here)" : "")
                        + (never ? "; the file has no tools of " + app + " yet" : ""),
                "If that is meant, run the same command with -Dtoolsmith.accept and commit the file; if not, take back"
                        + " the description, or keep names by x-toolsmith-name in an overlay");
    }

    private boolean record(ToolCatalog tools, Diagnostics diagnostics) {
        Path target = file.orElseThrow();
        // Modules that are built at the same time may share the file.
        synchronized (LockCheck.class) {
            Optional<Found> now = read(target, diagnostics);
            if (now.isEmpty()) {
                return false;
            }
            ToolsLock before = now.get().lock();
            List<Change> changes = before.changesTo(tools);
            ToolsLock after = before.with(tools);
            found = new Found(true, after);
            return write(target, after, before.section(app).isPresent() ? changes : List.of(), diagnostics);
        }
    }

    private boolean write(Path target, ToolsLock lock, List<Change> changes, Diagnostics diagnostics) {
        try {
            if (AtomicFile.replace(target, lock.toText().getBytes(StandardCharsets.UTF_8))) {
                changes.stream()
                        .filter(change -> ToolsLock.needsAcceptance(change.kind()))
                        .limit(TOLD)
                        .forEach(change ->
                                diagnostics.info("accepted-change", change.at().orElse(at()), change.message(), ""));
                diagnostics.info(
                        "tools-accepted",
                        at(),
                        "The file now has "
                                + count(
                                        lock.section(app)
                                                .map(api -> api.tools().size())
                                                .orElse(0),
                                        "tool") + " of " + app,
                        "Review the change of the file and commit it");
            }
            return true;
        } catch (IOException e) {
            diagnostics.error(
                    "lock-unwritable", at(), "The file " + target + " cannot be written: " + e, "Make it writable");
            return false;
        }
    }

    /** What a file has accepted; empty when it is unreadable, which is then reported. */
    private static Optional<Found> read(Path file, Diagnostics diagnostics) {
        String name = String.valueOf(file.getFileName());
        try {
            return ToolsLock.parse(name, Files.readAllBytes(file), diagnostics).map(lock -> new Found(true, lock));
        } catch (NoSuchFileException e) {
            return Optional.of(Found.NOTHING);
        } catch (IOException e) {
            diagnostics.error(
                    "lock-unreadable",
                    new SourcePointer(name, ""),
                    "The file " + file + " cannot be read: " + e,
                    "Check what it is");
            return Optional.empty();
        }
    }

    private SourcePointer at() {
        return new SourcePointer(
                file.map(path -> String.valueOf(path.getFileName())).orElse(""), "");
    }

    private static String some(List<Change> changes) {
        String names = changes.stream().map(Change::tool).limit(10).collect(Collectors.joining(", "));
        return changes.size() > 10 ? names + ", …" : names;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /**
     * What a file has accepted.
     *
     * @param present whether there is such a file
     * @param lock what stands in it
     */
    private record Found(boolean present, ToolsLock lock) {
        static final Found NOTHING = new Found(false, ToolsLock.EMPTY);
    }
}
