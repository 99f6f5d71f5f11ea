package dev.toolsmith.platform.store.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Takes what was deleted out of the write-ahead log too. A reader can be in the way; then it is tried again after a later
 * commit, but not after each, as each of them would have to wait for the reader.
 */
final class Erasure {

    /** The writer waits no longer than this for readers. */
    private static final int MILLIS = 50;

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final Connection connection;
    private final LongSupplier nanoTime;
    private boolean isDue;
    private boolean wasInVain;
    private long lastEnd;

    Erasure(Connection connection, LongSupplier nanoTime) {
        this.connection = connection;
        this.nanoTime = nanoTime;
    }

    void request() {
        isDue = true;
    }

    void attempt() {
        if (!isDue || (wasInVain && nanoTime.getAsLong() - lastEnd < PAUSE)) {
            return;
        }
        isDue = isInTheWay();
        wasInVain = isDue;
        lastEnd = nanoTime.getAsLong();
    }

    private boolean isInTheWay() {
        try (Statement statement = connection.createStatement()) {
            int busy = number(statement, "PRAGMA busy_timeout");
            statement.execute("PRAGMA busy_timeout = " + MILLIS);
            try {
                return number(statement, "PRAGMA wal_checkpoint(TRUNCATE)") != 0;
            } finally {
                statement.execute("PRAGMA busy_timeout = " + busy);
            }
        } catch (SQLException e) {
            // What was changed is durable all the same, so the change has not failed. It stays due.
            return true;
        }
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
