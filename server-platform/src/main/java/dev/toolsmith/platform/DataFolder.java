package dev.toolsmith.platform;

import dev.toolsmith.runtime.cli.ConfigurationException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a platform keeps everything in, for its owner alone.
 *
 * @param path where it is
 */
public record DataFolder(Path path) {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    /** Where everything but key material is. */
    public Path database() {
        return path.resolve("toolsmith.db");
    }

    /** Where the master key is, unless the environment has it. */
    public Path masterKey() {
        return path.resolve("keys").resolve("master.key");
    }

    /** Where the jars of those versions of apps' tools are that servers are pinned to. */
    public Path bundles() {
        return path.resolve("bundles");
    }

    /** Held while a platform runs. */
    Path lockFile() {
        return path.resolve("serve.lock");
    }

    /**
     * Makes it if it is not there, shuts others out, and keeps other servers off.
     *
     * @return closes to let others in again
     * @throws ConfigurationException in one line when that cannot be
     */
    public AutoCloseable take() {
        try {
            prepare();
            return locked(
                    lockFile(),
                    "Another server uses the data folder " + path
                            + ". Stop it, or choose another folder with --data-dir DIR.");
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * Keeps others from replacing keys in it; servers may run meanwhile.
     *
     * @return closes to let others do it again
     * @throws ConfigurationException in one line when that cannot be
     */
    public Closeable takeKeys() {
        try {
            return locked(
                    path.resolve("rotate.lock"),
                    "Another process replaces keys in " + path + " at this moment. Wait until it is done.");
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private ConfigurationException unusable(IOException e) {
        return new ConfigurationException("The data folder " + path + " cannot be used: " + reason(e)
                + ". Choose another one with --data-dir DIR, or make it writable.");
    }

    private void prepare() throws IOException {
        if (!Files.exists(path)) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, OWNER);
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new ConfigurationException(
                    "The data folder " + path + " is no folder. Choose another one with --data-dir DIR.");
        }
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(Files.getPosixFilePermissions(path));
        if (permissions.removeAll(OTHERS)) {
            tighten(permissions);
        }
    }

    private void tighten(Set<PosixFilePermission> permissions) {
        try {
            Files.setPosixFilePermissions(path, permissions);
        } catch (IOException e) {
            throw new ConfigurationException("Others can open the data folder " + path + ". Type: chmod 700 " + path);
        }
    }

    private static Closeable locked(Path lockFile, String refusal) throws IOException {
        FileChannel file = FileChannel.open(
                lockFile,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        @Nullable FileLock lock;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        } catch (IOException e) {
            file.close();
            throw e;
        }
        if (lock == null) {
            file.close();
            throw new ConfigurationException(refusal);
        }
        return file;
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemException told && told.getReason() != null) {
            return told.getReason();
        }
        return e.getClass().getSimpleName().replace("Exception", "");
    }
}
