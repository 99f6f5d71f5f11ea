package dev.toolsmith.platform.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement that is prepared once, and anew after it failed: the driver gives up statements that fail. */
final class Prepared {

    private final Connection connection;
    private final String sql;
    private @Nullable PreparedStatement statement;

    Prepared(Connection connection, String sql) {
        this.connection = connection;
        this.sql = sql;
    }

    /** Carries it out. */
    void run(Object... values) throws SQLException {
        try {
            PreparedStatement ready = ready();
            for (int i = 0; i < values.length; i++) {
                ready.setObject(i + 1, values[i]);
            }
            ready.execute();
        } catch (SQLException e) {
            drop(e);
            throw e;
        }
    }

    /** The first column of the one row that it answers. */
    long number() throws SQLException {
        try (ResultSet row = ready().executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            drop(e);
            throw e;
        }
    }

    private PreparedStatement ready() throws SQLException {
        if (statement == null) {
            statement = connection.prepareStatement(sql);
        }
        return statement;
    }

    private void drop(SQLException reason) {
        PreparedStatement failed = statement;
        statement = null;
        if (failed != null) {
            try {
                failed.close();
            } catch (SQLException e) {
                reason.addSuppressed(e);
            }
        }
    }
}
