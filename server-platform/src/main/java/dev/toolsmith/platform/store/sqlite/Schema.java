package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.store.StoreException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** The tables of a database, brought up to what this version knows. */
final class Schema {

    private Schema() {}

    /**
     * Brings the tables up to date.
     *
     * @throws StoreException when they are newer than this version, or not ours; nothing is changed then
     */
    static void migrate(DataSource source) {
        Flyway flyway = flyway(source);
        try {
            refuseNewer(flyway);
            flyway.migrate();
        } catch (FlywayException e) {
            throw Failures.of("The database cannot be brought up to date", e);
        }
    }

    /**
     * Tells whether tables are to be brought up to date; changes nothing.
     *
     * @throws StoreException when they are newer than this version
     */
    static boolean isOld(DataSource source) {
        try {
            Flyway flyway = flyway(source);
            refuseNewer(flyway);
            return flyway.info().pending().length > 0;
        } catch (FlywayException e) {
            throw Failures.of("The database cannot be read", e);
        }
    }

    private static Flyway flyway(DataSource source) {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:dev/toolsmith/platform/store/sqlite")
                .ignoreMigrationPatterns("*:future")
                .cleanDisabled(true)
                .load();
    }

    private static void refuseNewer(Flyway flyway) {
        for (MigrationInfo migration : flyway.info().all()) {
            refuseNewer(migration);
        }
    }

    private static void refuseNewer(MigrationInfo migration) {
        MigrationState state = migration.getState();
        if (state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED) {
            throw new StoreException("The database was written by a newer version (schema " + migration.getVersion()
                    + "). Start that version, or restore a backup of this one's.");
        }
    }
}
