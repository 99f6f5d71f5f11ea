package dev.toolsmith.generator.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One folder that files are generated into. Nothing outside it is touched, and no symbolic link in it is followed. */
final class OutputFolder {

    private final Path root;
    private final Path ledgerFile;

    OutputFolder(Path root, String app) {
        this.root = root.toAbsolutePath().normalize();
        this.ledgerFile = this.root.resolve(".toolsmith-" + app + ".files");
    }

    /** Where a path leads to; empty when that is not in this folder, or not without following a link. */
    Optional<Path> inside(String path) {
        Path target;
        try {
            target = root.resolve(path).normalize();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        if (path.indexOf('\\') >= 0 || !target.startsWith(root) || target.equals(root)) {
            return Optional.empty();
        }
        Path step = root;
        for (Path name : root.relativize(target)) {
            step = step.resolve(name);
            if (Files.isSymbolicLink(step)) {
                return Optional.empty();
            }
        }
        return Optional.of(target);
    }

    /** What the last run wrote here. */
    Optional<Ledger> ledger() throws IOException {
        if (!Files.isRegularFile(ledgerFile, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return Ledger.parse(Files.readString(ledgerFile));
    }

    void remember(Ledger ledger) throws IOException {
        byte[] bytes = ledger.toText().getBytes(StandardCharsets.UTF_8);
        if (!hash(ledgerFile).equals(Optional.of(Sha256.of(bytes)))) {
            write(ledgerFile, bytes);
        }
    }

    /** The SHA-256 of a file's content, if there is such a file. */
    Optional<String> hash(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return Optional.of(Sha256.of(Files.readAllBytes(file)));
    }

    void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                bytes,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
    }

    /** Deletes a file and the folders that this leaves empty. */
    boolean delete(Path file) throws IOException {
        if (!Files.deleteIfExists(file)) {
            return false;
        }
        Path path = root.relativize(file);
        for (int depth = path.getNameCount() - 1; depth > 0; depth--) {
            try {
                Files.delete(root.resolve(path.subpath(0, depth)));
            } catch (DirectoryNotEmptyException e) {
                break;
            }
        }
        return true;
    }
}
