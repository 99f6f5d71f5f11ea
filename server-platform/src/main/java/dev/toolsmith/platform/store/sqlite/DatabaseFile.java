package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The file that a database is in, and the folder around it: for their owner only, on a disk of this machine. */
final class DatabaseFile {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<?> FOLDER = PosixFilePermissions.asFileAttribute(OWNER_FOLDER);
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private DatabaseFile() {}

    /**
     * Makes the file, empty, when it is not there.
     *
     * @throws StoreException when it is not fit to be opened; nothing is changed then
     */
    static void prepare(Path database) {
        Path folder = folderOf(database);
        try {
            if (!Files.exists(database)) {
                prepareFolder(folder);
                refuseNetwork(Files.getFileStore(folder).type());
                create(database);
            } else {
                refuseNetwork(Files.getFileStore(folder).type());
                refuseUnfit(database);
            }
        } catch (FileSystemException e) {
            throw new StoreException(
                    "The database " + database + " cannot be opened: " + reason(e) + ". Check the folder's owner.", e);
        } catch (IOException e) {
            throw new StoreException("The database " + database + " cannot be read.", e);
        }
    }

    /** Makes an empty file for its owner only, where none is. */
    static void create(Path file) throws IOException {
        Files.createFile(file, FILE);
    }

    private static void prepareFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, FOLDER);
        } else if (isEmpty(folder)) {
            Files.setPosixFilePermissions(folder, OWNER_FOLDER);
        } else if (may(folder, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE)) {
            throw new StoreException("Others may write to the folder " + folder + ". Type: chmod 700 " + folder);
        }
    }

    private static void refuseUnfit(Path database) throws IOException {
        if (!Files.isRegularFile(database, LinkOption.NOFOLLOW_LINKS)) {
            throw new StoreException("The database " + database + " is no plain file.");
        }
        if (may(
                database,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.GROUP_WRITE,
                PosixFilePermission.OTHERS_READ,
                PosixFilePermission.OTHERS_WRITE)) {
            throw new StoreException("Others may open the database " + database + ". Type: chmod 600 " + database);
        }
        refuseForeign(database);
        if (!Files.isWritable(database) || !Files.isWritable(folderOf(database))) {
            throw new StoreException("The database " + database + " cannot be written: it is read-only here.");
        }
    }

    /** Refuses what is no database, without opening it as one. */
    static void refuseForeign(Path database) {
        try (InputStream in = Files.newInputStream(database)) {
            byte[] start = in.readNBytes(MAGIC.length);
            if (start.length > 0 && !Arrays.equals(start, MAGIC)) {
                throw new StoreException("The file " + database + " is damaged, or no database: its header is wrong."
                        + " Restore a backup.");
            }
        } catch (IOException e) {
            throw new StoreException("The file " + database + " cannot be read.", e);
        }
    }

    /** Refuses file systems whose locks and writes cannot be relied upon. */
    static void refuseNetwork(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        if (name.startsWith("nfs") || name.startsWith("cifs") || name.startsWith("smb") || name.equals("fuse.sshfs")) {
            throw new StoreException("The data folder is on a network file system (" + type
                    + "), where the database is not safe. Choose a folder on a disk of this machine.");
        }
    }

    static Path folderOf(Path database) {
        Path folder = database.toAbsolutePath().getParent();
        if (folder == null) {
            throw new StoreException("The database " + database + " is no file.");
        }
        return folder;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static boolean may(Path file, PosixFilePermission... permissions) throws IOException {
        Set<PosixFilePermission> set = Files.getPosixFilePermissions(file);
        return Stream.of(permissions).anyMatch(set::contains);
    }

    private static String reason(FileSystemException e) {
        return e.getReason() == null ? e.getClass().getSimpleName().replace("Exception", "") : e.getReason();
    }
}
