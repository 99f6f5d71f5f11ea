package dev.toolsmith.platform.cli;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.audit.AuditEvent.Subject;
import dev.toolsmith.platform.audit.AuditVerdict;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.store.sqlite.Restoration;
import dev.toolsmith.platform.store.sqlite.SqliteStore;
import dev.toolsmith.platform.versions.PinnedJars;
import dev.toolsmith.runtime.cli.ConfigurationException;
import dev.toolsmith.runtime.cli.Option;
import dev.toolsmith.runtime.cli.Verb;
import dev.toolsmith.runtime.cli.VerbCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Puts a backup in the place of what is kept, after it was checked as a whole. */
public final class RestoreVerb implements Verb {

    private static final Option FORCE =
            new Option("force", "", "", "also when there is a database already, which is kept beside");

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String form() {
        return "FILE [--force]";
    }

    @Override
    public String summary() {
        return "check a backup and put it in place; no server may be running";
    }

    @Override
    public List<Option> options() {
        return List.of(PlatformOptions.DATA_DIR, FORCE);
    }

    @Override
    public List<Variable> variables() {
        return List.of(PlatformOptions.MASTER_KEY);
    }

    @Override
    public int run(VerbCall call) throws IOException {
        Path backup = BackupVerb.file(call);
        return KeptData.telling(() -> alone(call, KeptData.of(call), backup));
    }

    @SuppressWarnings(
            "try") // The folder is only held, so that no server starts on it and nobody replaces keys meanwhile.
    private static int alone(VerbCall call, KeptData data, Path backup) throws IOException {
        try (AutoCloseable taken = data.folder().take();
                AutoCloseable keys = data.folder().takeKeys()) {
            return restore(call, data, backup);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StoreException("The data folder cannot be given free.", e);
        }
    }

    private static int restore(VerbCall call, KeptData data, Path backup) {
        Path database = data.folder().database();
        if (Files.exists(database) && !call.isOn(FORCE)) {
            throw new ConfigurationException("There is a database in "
                    + data.folder().path()
                    + " already. With --force it is kept beside, and the backup takes its place.");
        }
        Instant now = Instant.now();
        try (Restoration restoration = Restoration.of(backup, database)) {
            AuditVerdict verdict = check(data, restoration.copy(), now);
            if (!verdict.isIntact()) {
                call.print().println("The backup is not put in place. Its audit trail: " + verdict.text());
                return 1;
            }
            List<String> missing = missingJars(data, restoration.copy());
            Optional<Path> old = restoration.putInPlace(now);
            call.print().println("The backup is in place. Its audit trail: " + verdict.text());
            old.ifPresent(path -> call.print().println("What was there is kept in " + path + "."));
            missing.forEach(jar -> call.print()
                    .println("A server is pinned to a version whose jar is missing here: put " + jar
                            + " back, or let the server follow the newest version. It offers nothing until then."));
            return 0;
        }
    }

    private static List<String> missingJars(KeptData data, Path copy) {
        try (SqliteStore store = SqliteStore.open(copy)) {
            return store.read(reads -> PinnedJars.missing(data.folder().bundles(), reads));
        }
    }

    /** Looks whether the trail is whole and the master key fits, and writes into it that this was done. */
    private static AuditVerdict check(KeptData data, Path copy, Instant now) {
        try (SqliteStore store = SqliteStore.open(copy)) {
            UnaryOperator<byte[]> key = data.headKey(store);
            AuditVerdict verdict = store.verify(key);
            if (verdict.isIntact()) {
                store.attestWith(key);
                Subject subject = new Subject("", "", "", "", Actor.SYSTEM.id(), "");
                store.write(writes -> {
                            writes.append(AuditEvent.change(now, "store.restored", subject, Map.of()));
                            return true;
                        })
                        .join();
            }
            return verdict;
        }
    }
}
