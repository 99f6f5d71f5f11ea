package dev.toolsmith.platform.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A small file that only its owner may read and that is always whole. */
record KeyFile(Path path) {

    private static final int MAX_BYTES = 1 << 16;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    /** What stands in it; empty when there is no such file. */
    Optional<String> read() {
        try {
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            refuseOthers();
            if (Files.size(path) > MAX_BYTES) {
                throw new VaultException("The master key file " + path + " is too large to be one.");
            }
            return Optional.of(Files.readString(path));
        } catch (IOException e) {
            throw new VaultException(
                    "The master key file " + path + " cannot be read. Check that it belongs to the user of this"
                            + " process and has mode 0600.",
                    e);
        }
    }

    private void refuseOthers() throws IOException {
        if (!isPosix()) {
            return;
        }
        Set<PosixFilePermission> file = EnumSet.copyOf(OTHERS);
        file.retainAll(Files.getPosixFilePermissions(path));
        if (!file.isEmpty()) {
            throw new VaultException(
                    "Others than its owner may use the master key file " + path + ". Run: chmod 600 " + path);
        }
        Set<PosixFilePermission> folder = Files.getPosixFilePermissions(folder());
        if (folder.contains(PosixFilePermission.GROUP_WRITE) || folder.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new VaultException("Others than its owner may change the folder of the master key, " + folder()
                    + ". Run: chmod 700 " + folder());
        }
    }

    /** Puts a text in its place, all of it or nothing, and returns once it is durable. */
    void write(String text) {
        Path whole = folder().resolve(path.getFileName() + ".new");
        try {
            Files.createDirectories(folder(), allowing("rwx------"));
            Files.deleteIfExists(whole);
            Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel out = FileChannel.open(whole, options, allowing("rw-------"))) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
            if (isPosix()) {
                try (FileChannel names = FileChannel.open(folder(), StandardOpenOption.READ)) {
                    names.force(true);
                }
            }
        } catch (IOException e) {
            throw new VaultException(
                    "The master key file " + path + " cannot be written. Check the folder's owner and mode, and that"
                            + " the disk is not full.",
                    e);
        }
    }

    private Path folder() {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new VaultException(path + " is no place for a master key file.");
        }
        return parent;
    }

    private static FileAttribute<?>[] allowing(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
