package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * What a database is found to be by looking, which changes nothing of what it holds.
 *
 * @param damage what the database says is wrong with itself; empty when nothing is
 * @param isOld whether its tables are of an older version, which opening it brings up to date
 */
public record DatabaseState(String damage, boolean isOld) {

    private static final Duration BUSY = Duration.ofSeconds(3);

    /**
     * Reads all of an existing database.
     *
     * @throws StoreException when it cannot be opened, or is newer than this version
     */
    public static DatabaseState of(Path database) {
        DatabaseFile.prepare(database);
        try (Connection connection = Sources.plain(database, BUSY).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
            String found = row.next() ? row.getString(1) : "no answer";
            if (!found.equals("ok")) {
                return new DatabaseState(found, false);
            }
        } catch (SQLException e) {
            throw Failures.of("The database " + database + " cannot be read", e);
        }
        return new DatabaseState("", Schema.isOld(Sources.plain(database, BUSY)));
    }
}
