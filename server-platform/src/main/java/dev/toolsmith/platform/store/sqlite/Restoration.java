package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * A backup on its way into the place of a database: first a copy beside it, which can be looked at like any database, then
 * moved there in one step. Nobody may use the database meanwhile.
 */
public final class Restoration implements AutoCloseable {

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
     * Moves the copy, which must be closed, to where the database is.
     *
     * @return where the old database is now; empty when there was none
     */
    public Optional<Path> putInPlace(Instant now) {
        try {
            DatabaseCopy.force(copy);
            Optional<Path> old = Optional.empty();
            if (Files.exists(database)) {
                Path aside = sibling(database, ".replaced-" + TIME.format(now));
                if (Files.exists(aside)) {
                    throw new StoreException("There is a file " + aside + " already. Try again in a second.");
                }
                for (String companion : COMPANIONS) {
                    moveIfThere(sibling(database, companion), sibling(aside, companion));
                }
                moveIfThere(database, aside);
                old = Optional.of(aside);
            }
            Files.move(copy, database, StandardCopyOption.ATOMIC_MOVE);
            return old;
        } catch (IOException e) {
            throw new StoreException("The backup cannot be put in place. What was there is still beside it.", e);
        }
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
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
