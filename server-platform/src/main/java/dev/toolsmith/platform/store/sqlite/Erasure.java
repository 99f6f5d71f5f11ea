package dev.toolsmith.platform.store.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Takes what was deleted out of the write-ahead log too. A reader can be in the way; then it is tried again after the
 * next commit.
 */
final class Erasure {

    /** The writer waits no longer than this for readers. */
    private static final int MILLIS = 50;

    private final Connection connection;
    private boolean isDue;

    Erasure(Connection connection) {
        this.connection = connection;
    }

    void request() {
        isDue = true;
    }

    void attempt() {
        if (!isDue) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            int busy = number(statement, "PRAGMA busy_timeout");
            statement.execute("PRAGMA busy_timeout = " + MILLIS);
            try {
                isDue = number(statement, "PRAGMA wal_checkpoint(TRUNCATE)") != 0;
            } finally {
                statement.execute("PRAGMA busy_timeout = " + busy);
            }
        } catch (SQLException e) {
            // What was changed is durable all the same, so the change has not failed. It stays due.
            isDue = true;
        }
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
