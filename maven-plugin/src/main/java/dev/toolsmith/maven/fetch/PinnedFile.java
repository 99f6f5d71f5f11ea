package dev.toolsmith.maven.fetch;

import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.lock.PinnedSpec;
import dev.toolsmith.generator.lock.SpecsLock;
import dev.toolsmith.generator.write.AtomicFile;
import dev.toolsmith.generator.write.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** A description's file, with its line in the lock beside it. */
final class PinnedFile {

    /** Held while a lock is changed: modules that are built at the same time may share one. */
    private static final Object CHANGING = new Object();

    private final Path file;
    private final Path lock;

    PinnedFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
        this.lock = this.file.resolveSibling(SpecsLock.FILE);
    }

    Path file() {
        return file;
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    /** What the file holds; empty when it is not there. */
    Optional<byte[]> content() throws FetchFault {
        return read(file);
    }

    /** What the lock says of the file. */
    Optional<PinnedSpec> pin() throws FetchFault {
        return lock().of(name());
    }

    /** Whether the file is what the lock says was downloaded. */
    boolean isAsDownloaded() throws FetchFault {
        Optional<byte[]> content = content();
        return content.isPresent() && pin().map(PinnedSpec::sha256).equals(Optional.of(Sha256.of(content.get())));
    }

    /** Replaces the file, then its line. */
    void replace(byte[] content, PinnedSpec pin) throws FetchFault {
        synchronized (CHANGING) {
            SpecsLock changed = lock().with(pin);
            write(file, content);
            write(lock, changed.toText().getBytes(StandardCharsets.UTF_8));
        }
    }

    private SpecsLock lock() throws FetchFault {
        Optional<byte[]> bytes = read(lock);
        if (bytes.isEmpty()) {
            return SpecsLock.EMPTY;
        }
        Diagnostics diagnostics = new Diagnostics();
        Optional<SpecsLock> read = SpecsLock.parse(bytes.get(), diagnostics);
        if (read.isEmpty()) {
            throw new FetchFault(
                    diagnostics.all().stream().map(Diagnostic::toText).collect(Collectors.joining("\n")), "");
        }
        return read.get();
    }

    private static Optional<byte[]> read(Path path) throws FetchFault {
        try {
            return Optional.of(Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new FetchFault("The file " + path + " cannot be read: " + e, "Check what it is");
        }
    }

    private static void write(Path path, byte[] bytes) throws FetchFault {
        try {
            AtomicFile.replace(path, bytes);
        } catch (IOException e) {
            throw new FetchFault("The file " + path + " cannot be written: " + e, "Make it writable, or name another");
        }
    }
}
