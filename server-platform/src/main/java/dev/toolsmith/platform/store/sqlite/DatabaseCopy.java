package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Copies of a database, each one file. */
public final class DatabaseCopy {

    private static final Duration BUSY = Duration.ofSeconds(30);

    private DatabaseCopy() {}

    /**
     * Writes what a database holds at this moment to a new file for its owner only, also while a server uses it. What
     * was deleted is not in it.
     *
     * @throws StoreException when there is such a file already, or it cannot be written; none is left then
     */
    public static void write(Path database, Path target) {
        try {
            DatabaseFile.create(target);
        } catch (FileAlreadyExistsException e) {
            throw new StoreException("There is a file " + target + " already. Choose another name.", e);
        } catch (IOException e) {
            throw new StoreException("The file " + target + " cannot be made.", e);
        }
        try (Connection connection = Sources.plain(database, BUSY).getConnection();
                PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, target.toAbsolutePath().toString());
            copy.execute();
            force(target);
        } catch (SQLException | IOException e) {
            StoreException failure = Failures.of("The copy " + target + " cannot be written", e);
            delete(target, failure);
            throw failure;
        }
    }

    /**
     * Reads a copy as a whole.
     *
     * @throws StoreException when it is damaged
     */
    public static void check(Path copy) {
        DatabaseFile.refuseForeign(copy);
        try (Connection connection = Sources.plain(copy, BUSY).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
            if (!row.next() || !"ok".equals(row.getString(1))) {
                throw new StoreException("The file " + copy + " is damaged. Take another copy.");
            }
        } catch (SQLException e) {
            throw Failures.of("The file " + copy + " is damaged. Take another copy", e);
        }
    }

    /**
     * Moves what is in a database's log into its file; nobody else may use it.
     *
     * @throws StoreException when it cannot be read, or somebody else uses it
     */
    static void takeLogIn(Path database) {
        DatabaseFile.refuseForeign(database);
        try (Connection connection = Sources.plain(database, BUSY).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            if (!row.next() || row.getInt(1) != 0) {
                throw new StoreException("Another process uses the database " + database + ". Stop it.");
            }
        } catch (SQLException e) {
            throw Failures.of("The log of the database " + database + " cannot be read", e);
        }
    }

    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void delete(Path file, StoreException failure) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
