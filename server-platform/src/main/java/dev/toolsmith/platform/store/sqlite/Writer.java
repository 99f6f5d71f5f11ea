package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;

/** The one connection that writes: makes several changes in one transaction, each in a savepoint of its own. */
final class Writer {

    private final Handle handle;
    private final Trail trail;
    private final SqliteWrites writes;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;
    private final PreparedStatement save;
    private final PreparedStatement release;
    private final PreparedStatement undo;
    private final Erasure erasure;
    private final AtomicLong appended = new AtomicLong();

    Writer(Handle handle) throws SQLException {
        Connection connection = handle.getConnection();
        this.handle = handle;
        this.trail = new Trail(connection);
        this.writes = new SqliteWrites(handle, trail);
        this.begin = connection.prepareStatement("BEGIN IMMEDIATE");
        this.commit = connection.prepareStatement("COMMIT");
        this.rollback = connection.prepareStatement("ROLLBACK");
        this.save = connection.prepareStatement("SAVEPOINT one_change");
        this.release = connection.prepareStatement("RELEASE one_change");
        this.undo = connection.prepareStatement("ROLLBACK TO one_change");
        this.erasure = new Erasure(connection);
    }

    Trail trail() {
        return trail;
    }

    /** How many audit rows it has made durable. */
    long appended() {
        return appended.get();
    }

    /** Makes changes durable together, and tells each what came of it, in order. */
    void write(List<Change<?>> changes) {
        try {
            long before = make(changes);
            appended.addAndGet(trail.sequence() - before);
        } catch (Throwable e) {
            giveUp();
            StoreException failure = Failures.of("The change cannot be kept", e);
            changes.forEach(change -> change.fail(failure));
            return;
        }
        changes.forEach(Change::complete);
    }

    private long make(List<Change<?>> changes) throws SQLException {
        begin.execute();
        trail.begin();
        long before = trail.sequence();
        for (Change<?> change : changes) {
            make(change);
        }
        trail.end();
        commit.execute();
        if (writes.takeErased()) {
            erasure.request();
        }
        erasure.attempt();
        return before;
    }

    private void make(Change<?> change) throws SQLException {
        Trail.Mark mark = trail.mark();
        save.execute();
        if (!change.make(writes)) {
            // Fails when the database has already given up the whole transaction; then nothing of it is kept.
            undo.execute();
            trail.backTo(mark);
        }
        release.execute();
    }

    private void giveUp() {
        trail.forget();
        writes.takeErased();
        try {
            rollback.execute();
        } catch (SQLException e) {
            // There is no transaction any more: the database has rolled it back itself, or none was begun.
        }
    }

    void close() {
        handle.close();
    }
}
