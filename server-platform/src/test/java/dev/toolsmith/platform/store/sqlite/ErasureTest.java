package dev.toolsmith.platform.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers may put off an erasure, but do not make every change wait for them. */
class ErasureTest {

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private Connection writer;
    private Connection reader;
    private Erasure erasure;

    @BeforeEach
    void open() throws SQLException {
        writer = connection();
        run(writer, "PRAGMA journal_mode = WAL");
        run(writer, "CREATE TABLE thing (name TEXT)");
        reader = connection();
        erasure = new Erasure(writer, nanos::get);
    }

    @AfterEach
    void close() throws SQLException {
        reader.close();
        writer.close();
    }

    @Test
    void nothingIsDoneUnlessItWasAskedFor() throws Exception {
        erasure.attempt();
        assertThat(log()).isPositive();
        erasure.request();
        erasure.attempt();
        assertThat(log()).isZero();
    }

    @Test
    void afterOneInVainThereIsASecondsPause() throws Exception {
        run(reader, "BEGIN");
        run(reader, "SELECT * FROM thing");
        run(writer, "INSERT INTO thing VALUES ('a')");
        erasure.request();
        erasure.attempt();
        assertThat(log()).isPositive();
        run(reader, "ROLLBACK");
        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        erasure.request();
        erasure.attempt();
        assertThat(log()).isPositive();
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        erasure.attempt();
        assertThat(log()).isZero();
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("some.db"));
    }

    private long log() throws IOException {
        return Files.size(folder.resolve("some.db-wal"));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                statement.getResultSet().next();
            }
        }
    }
}
