package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;

/** The one connection that writes: makes several changes in one transaction, each in a savepoint of its own. */
final class Writer {

    private final Handle handle;
    private final Trail trail;
    private final SqliteWrites writes;
    private final Prepared begin;
    private final Prepared commit;
    private final Prepared rollback;
    private final Prepared save;
    private final Prepared release;
    private final Prepared undo;
    private final Erasure erasure;
    private final AtomicLong appended = new AtomicLong();

    Writer(Handle handle) {
        Connection connection = handle.getConnection();
        this.handle = handle;
        this.trail = new Trail(connection);
        this.writes = new SqliteWrites(handle, trail);
        this.begin = new Prepared(connection, "BEGIN IMMEDIATE");
        this.commit = new Prepared(connection, "COMMIT");
        this.rollback = new Prepared(connection, "ROLLBACK");
        this.save = new Prepared(connection, "SAVEPOINT one_change");
        this.release = new Prepared(connection, "RELEASE one_change");
        this.undo = new Prepared(connection, "ROLLBACK TO one_change");
        this.erasure = new Erasure(connection, System::nanoTime);
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
        begin.run();
        trail.begin();
        long before = trail.sequence();
        for (Change<?> change : changes) {
            make(change);
        }
        trail.end();
        commit.run();
        if (writes.takeErased()) {
            erasure.request();
        }
        erasure.attempt();
        return before;
    }

    private void make(Change<?> change) throws SQLException {
        Trail.Mark mark = trail.mark();
        save.run();
        Optional<Throwable> failure = change.make(writes);
        if (failure.isPresent()) {
            undo(failure.get());
            trail.backTo(mark);
        }
        release.run();
    }

    private void undo(Throwable failure) {
        try {
            undo.run();
        } catch (SQLException e) {
            // The database has already given up the whole transaction, and why is what the change has met.
            failure.addSuppressed(e);
            throw Failures.of("The change cannot be kept", failure);
        }
    }

    private void giveUp() {
        trail.forget();
        writes.takeErased();
        try {
            rollback.run();
        } catch (SQLException e) {
            // There is no transaction any more: the database has rolled it back itself, or none was begun.
        }
    }

    void close() {
        handle.close();
    }
}
