package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.store.StoreException;
import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteException;

/** What the database says, in a line for operators: without the statement and the values in it. */
final class Failures {

    private Failures() {}

    /** A failure of the database as a {@link StoreException}; everything else as it is. */
    static Throwable translated(String what, Throwable failure) {
        return failure instanceof JdbiException || failure instanceof SQLException ? of(what, failure) : failure;
    }

    /** A failure as a {@link StoreException}. */
    static StoreException of(String what, Throwable failure) {
        if (failure instanceof StoreException known) {
            return known;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException told) {
                return new StoreException(what + ": " + told.getResultCode().message + ".", told);
            }
            if (cause instanceof SQLException told) {
                return new StoreException(what + ": the database does not answer.", told);
            }
        }
        boolean tellsStatements = failure instanceof JdbiException;
        return tellsStatements ? new StoreException(what + ".") : new StoreException(what + ".", failure);
    }
}
