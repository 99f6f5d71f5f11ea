package dev.toolsmith.generator;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.lock.PinnedSpec;
import dev.toolsmith.generator.lock.SpecsLock;
import dev.toolsmith.generator.read.DescriptionSource;
import dev.toolsmith.generator.write.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds descriptions against what {@code specs.lock} beside them says of them. */
final class PinCheck {

    private final Diagnostics diagnostics;
    private final Map<Path, SpecsLock> locks = new HashMap<>();

    PinCheck(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Warns of files that are no longer what was downloaded.
     *
     * @param files where the documents stand
     * @param documents their content, in the same order
     * @return the hashes that the locks have of them, so that a change of a lock is noticed; empty texts for none
     */
    List<String> check(List<Path> files, List<DescriptionSource> documents) {
        List<String> pinned = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            DescriptionSource document = documents.get(i);
            Optional<PinnedSpec> pin = pin(files.get(i));
            pinned.add(pin.map(PinnedSpec::sha256).orElse(""));
            pin.ifPresent(downloaded -> compare(document, downloaded));
        }
        return pinned;
    }

    private Optional<PinnedSpec> pin(Path file) {
        return locks.computeIfAbsent(file.resolveSibling(SpecsLock.FILE), this::lock)
                .of(String.valueOf(file.getFileName()));
    }

    private SpecsLock lock(Path file) {
        try {
            return SpecsLock.parse(Files.readAllBytes(file), diagnostics).orElse(SpecsLock.EMPTY);
        } catch (NoSuchFileException e) {
            return SpecsLock.EMPTY;
        } catch (IOException e) {
            diagnostics.error(
                    "lock-unreadable",
                    new SourcePointer(SpecsLock.FILE, ""),
                    "The file " + file + " cannot be read: " + e,
                    "Check what it is");
            return SpecsLock.EMPTY;
        }
    }

    private void compare(DescriptionSource document, PinnedSpec pin) {
        if (!pin.sha256().equals(Sha256.of(document.bytes()))) {
            diagnostics.warning(
                    "pin-mismatch",
                    new SourcePointer(document.name(), ""),
                    "The file is not what was downloaded from " + pin.url() + " on "
                            + pin.date().toString().substring(0, 10) + ", as specs.lock says",
                    "Fetch it again, and put changes of your own into an overlay; or take its line out of specs.lock");
        }
    }
}
