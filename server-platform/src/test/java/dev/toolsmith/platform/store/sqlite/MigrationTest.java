package dev.toolsmith.platform.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ServerConduct;
import dev.toolsmith.platform.store.StoreReads;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of an older version is brought up to date with what is in it. */
class MigrationTest {

    @TempDir
    Path folder;

    @Test
    void serversOfAnOlderVersionMeetTheirClientsAsTheyDid() throws SQLException {
        Path database = folder.resolve("data/toolsmith.db");
        try (SqliteStore store = open(database)) {
            store.write(change -> {
                        change.insert(Samples.connection("con_1"), Samples.credential("c"));
                        change.insert(Samples.server("srv_1", "con_1"), Samples.token("tok_1", "srv_1"));
                        return true;
                    })
                    .join();
        }
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = raw.createStatement()) {
            statement.execute("ALTER TABLE server DROP COLUMN exposure");
            statement.execute("ALTER TABLE server DROP COLUMN confirm");
            statement.execute("ALTER TABLE server DROP COLUMN result_form");
            statement.execute("ALTER TABLE server DROP COLUMN structured");
            statement.execute("DROP TABLE used_agreement");
            assertThat(statement.executeUpdate("DELETE FROM flyway_schema_history WHERE version IN ('3', '4', '5')"))
                    .isEqualTo(3);
        }

        try (SqliteStore store = open(database)) {
            HostedServer before = Samples.server("srv_1", "con_1");
            List<HostedServer> kept = store.read(StoreReads::servers);
            assertThat(kept).containsExactly(before.withConfig(before.config().with(ServerConduct.PLAIN)));
        }
    }

    private static SqliteStore open(Path database) {
        SqliteStore store = SqliteStore.open(database);
        store.attestWith(Samples.KEY);
        return store;
    }
}
