package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A backup on its way into the place of a database: first a copy beside it, which can be looked at like any database, then
 * moved there in one step. Nobody may use the database meanwhile.
 */
public final class Restoration implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

    /** SQLite's own files beside a database. */
    private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path database;
    private final Path copy;

    private Restoration(Path database) {
        this.database = database;
        this.copy = sibling(database, ".restoring");
    }

    /**
     * Copies a backup to beside a database, and reads it as a whole.
     *
     * @throws StoreException when it cannot be read, or is damaged
     */
    public static Restoration of(Path backup, Path database) {
        if (!Files.isRegularFile(backup)) {
            throw new StoreException("There is no file " + backup + ".");
        }
        DatabaseFile.refuseForeign(backup);
        Restoration restoration = new Restoration(database);
        try {
            restoration.deleteCopy();
            DatabaseFile.create(restoration.copy);
            try (OutputStream out = Files.newOutputStream(restoration.copy)) {
                Files.copy(backup, out);
            }
            DatabaseCopy.check(restoration.copy);
            return restoration;
        } catch (IOException e) {
            restoration.close();
            throw new StoreException("The backup " + backup + " cannot be copied.", e);
        } catch (StoreException e) {
            restoration.close();
            throw e;
        }
    }

    /** Where the copy is. */
    public Path copy() {
        return copy;
    }

    /**
     * Refuses to go on beside a restore that was cut off; nobody may restore meanwhile.
     *
     * @throws StoreException in one line that says what to do
     */
    public static void refuseUnfinished(Path database) {
        Path copy = sibling(database, ".restoring");
        if (Files.exists(copy)) {
            throw new StoreException(
                    "A restore was not finished: " + copy + " is still there. Type: restore FILE --force"
                            + " again, or delete it to go on with what was there before.");
        }
    }

    /**
     * Moves the copy, which must be closed, to where the database is, in one step: whenever this is cut off, there is
     * either the old database or the new one, as a whole.
     *
     * @return where the old database is now; empty when there was none
     */
    public Optional<Path> putInPlace(Instant now) {
        try {
            DatabaseCopy.force(copy);
            Optional<Path> old = Files.exists(database) ? Optional.of(keepAside(now)) : Optional.empty();
            Files.move(copy, database, StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
            return old;
        } catch (IOException e) {
            throw new StoreException("The backup cannot be put in place. What was there is still beside it.", e);
        }
    }

    private Path keepAside(Instant now) throws IOException {
        Path aside = sibling(database, ".replaced-" + TIME.format(now));
        if (Files.exists(aside)) {
            throw new StoreException("There is a file " + aside + " already. Try again in a second.");
        }
        takeLogIn();
        for (String companion : COMPANIONS) {
            linkIfThere(sibling(database, companion), sibling(aside, companion));
        }
        linkIfThere(database, aside);
        forceFolder();
        // The new database must not find the old one's log beside it: SQLite would play it into the new one.
        for (String companion : COMPANIONS) {
            Files.deleteIfExists(sibling(database, companion));
        }
        forceFolder();
        return aside;
    }

    /** Makes the old database one file that holds everything. One that is too damaged for that keeps its log aside. */
    private void takeLogIn() {
        try {
            DatabaseCopy.takeLogIn(database);
        } catch (StoreException e) {
            LOG.warn("The old database cannot be read any more; it is kept aside as it is");
        }
    }

    private static void linkIfThere(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
            DatabaseCopy.force(to);
        }
    }

    private void forceFolder() throws IOException {
        try (FileChannel folder = FileChannel.open(DatabaseFile.folderOf(database), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static Path sibling(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private void deleteCopy() throws IOException {
        Files.deleteIfExists(copy);
        for (String companion : COMPANIONS) {
            Files.deleteIfExists(sibling(copy, companion));
        }
    }

    /** Removes the copy when it was not put in place. */
    @Override
    public void close() {
        try {
            deleteCopy();
        } catch (IOException e) {
            throw new StoreException("The copy " + copy + " cannot be deleted. Delete it.", e);
        }
    }
}
