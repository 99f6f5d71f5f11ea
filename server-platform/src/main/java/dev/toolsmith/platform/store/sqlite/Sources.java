package dev.toolsmith.platform.store.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Connections to a database file, set up for what they are for. */
final class Sources {

    /** Exports hold one each for as long as they run, so there are more than cores. */
    private static final int READERS = 8;

    private Sources() {}

    /** Changes nothing of the file by being opened. */
    static SQLiteDataSource plain(Path database, Duration busy) {
        return source(database, config(busy));
    }

    /** For the one writer: what it commits is on the disk. */
    static SQLiteDataSource writer(Path database, Duration busy) {
        SQLiteConfig config = config(busy);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return source(database, config);
    }

    /** For readers, who see what is committed and can change nothing. */
    static HikariDataSource readers(Path database, Duration busy) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("store");
        pool.setDataSource(source(database, config(busy)));
        pool.setConnectionInitSql("PRAGMA query_only = ON");
        pool.setMaximumPoolSize(READERS);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(10_000);
        return new HikariDataSource(pool);
    }

    private static SQLiteConfig config(Duration busy) {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(Math.toIntExact(busy.toMillis()));
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static SQLiteDataSource source(Path database, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + database.toAbsolutePath());
        return source;
    }
}
