package dev.toolsmith.it.rig;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What another process does to the platform's database. */
final class DatabaseLock {

    private DatabaseLock() {}

    /** Keeps the right to write from everybody else while something is done. */
    static void during(Path data, Runnable work) {
        try (Connection connection = open(data);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute("BEGIN IMMEDIATE");
            work.run();
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            throw new AssertionError("The database cannot be locked", e);
        }
    }

    /** What SQLite itself says of the database of a process that has ended: {@code ok} when it is whole. */
    static String integrity(Path data) {
        try (Connection connection = open(data);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
            return row.getString(1);
        } catch (SQLException e) {
            throw new AssertionError("The database cannot be checked", e);
        }
    }

    private static Connection open(Path data) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + data.resolve("toolsmith.db"));
    }
}
