package dev.toolsmith.platform.store.sqlite;

import com.zaxxer.hikari.HikariDataSource;
import dev.toolsmith.platform.audit.AuditVerdict;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.store.StoreReads;
import dev.toolsmith.platform.store.StoreWrites;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * A store in one SQLite file. One thread writes, and what waits for it is committed together; what a commit was
 * acknowledged for survives a crash and a power cut.
 */
public final class SqliteStore implements Store {

    /** How long a change waits for another process that holds the database. */
    private static final Duration BUSY = Duration.ofSeconds(3);

    private final Writer writer;
    private final WriteLoop loop;
    private final HikariDataSource pool;
    private final Jdbi readers;

    private SqliteStore(Writer writer, HikariDataSource pool) {
        this.writer = writer;
        this.loop = new WriteLoop(writer);
        this.pool = pool;
        this.readers = Jdbi.create(pool);
    }

    /**
     * Opens a database, and makes it when it is not there. The folder must be on a disk of this machine.
     *
     * @throws StoreException in one clear line when it cannot be used; the file is unchanged then
     */
    public static SqliteStore open(Path database) {
        return open(database, BUSY);
    }

    static SqliteStore open(Path database, Duration busy) {
        DatabaseFile.prepare(database);
        Schema.migrate(Sources.plain(database, busy));
        Handle handle = null;
        try {
            handle = Jdbi.create(Sources.writer(database, busy)).open();
            SqliteStore store = new SqliteStore(new Writer(handle), Sources.readers(database, busy));
            store.loop.start();
            return store;
        } catch (RuntimeException e) {
            if (handle != null) {
                handle.close();
            }
            throw Failures.of("The database " + database + " cannot be opened", e);
        }
    }

    /**
     * Gives the key that signs the head of the audit trail, before anything is appended.
     *
     * @param mac a keyed hash whose key is not in the database
     * @throws StoreException when the trail does not end where its signed head says: it was tampered with
     */
    public void attestWith(UnaryOperator<byte[]> mac) {
        wait(loop.add(writes -> {
            try {
                writer.trail().attestWith(mac);
                return true;
            } catch (SQLException e) {
                throw Failures.of("The audit trail cannot be read", e);
            }
        }));
    }

    /**
     * Appends an outcome for every call that a crash has cut off: reason {@code server_restarted}, as nobody knows
     * whether it was carried out. To be called once, at start, after {@link #attestWith} and before the first call.
     *
     * @return how many there were
     */
    public int closeOpenIntents(Instant now) {
        return wait(loop.add(writes -> OpenIntents.close(writer.trail(), writes, now)));
    }

    /** Checks every row of the audit trail and its signed head, as they are at this moment. */
    public AuditVerdict verify(UnaryOperator<byte[]> mac) {
        return inTransaction(handle -> {
            try {
                return new StoredTrail(handle.getConnection()).verify(mac);
            } catch (SQLException e) {
                throw Failures.of("The audit trail cannot be read", e);
            }
        });
    }

    /** How many audit rows this store has made durable since it was opened. */
    public long appended() {
        return writer.appended();
    }

    /** How many changes wait for the writer. */
    public int waiting() {
        return loop.waiting();
    }

    @Override
    public <T> CompletableFuture<T> write(Function<StoreWrites, T> change) {
        return loop.add(change);
    }

    @Override
    public <T> T read(Function<StoreReads, T> question) {
        return inTransaction(handle -> question.apply(new SqliteReads(handle, () -> {
            handle.execute("COMMIT");
            handle.execute("BEGIN");
        })));
    }

    private <T> T inTransaction(Function<Handle, T> question) {
        try (Handle handle = readers.open()) {
            handle.execute("BEGIN");
            try {
                return question.apply(handle);
            } finally {
                end(handle);
            }
        } catch (JdbiException e) {
            throw Failures.of("The database cannot be read", e);
        }
    }

    /** Or else the next one to be given this connection would find itself in a transaction. */
    private static void end(Handle handle) {
        try {
            handle.execute("ROLLBACK");
        } catch (JdbiException e) {
            // There is none any more: the database has given it up itself.
        }
    }

    @Override
    public void close() {
        loop.close();
        pool.close();
    }

    private static <T> T wait(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw Failures.of("The change cannot be kept", e.getCause() == null ? e : e.getCause());
        }
    }
}
