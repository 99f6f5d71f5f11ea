package dev.toolsmith.platform.cli;

import dev.toolsmith.platform.DataFolder;
import dev.toolsmith.platform.audit.AuditQuery;
import dev.toolsmith.platform.audit.AuditRow;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.SealedCredential;
import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.store.sqlite.DatabaseState;
import dev.toolsmith.platform.store.sqlite.SqliteStore;
import dev.toolsmith.platform.vault.MasterKey;
import dev.toolsmith.platform.vault.Vault;
import dev.toolsmith.platform.vault.VaultException;
import dev.toolsmith.platform.versions.PinnedJars;
import dev.toolsmith.platform.versions.VersionKeeper;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.upstream.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at what a data folder holds. */
record DataChecks(DataFolder folder, Optional<String> masterKey, Clock clock) {

    private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration ALLOWED_STEP = Duration.ofMinutes(1);
    private static final String DATABASE = "database";
    private static final String KEY = "master key";
    private static final String CREDENTIALS = "credentials";
    private static final String VERSIONS = "versions";
    private static final String TRAIL = "audit trail";
    private static final String TIME = "clock";

    /** All findings, the first failure that hides the rest last. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (!Files.isDirectory(folder.path())) {
            findings.add(Finding.failed(
                    "data folder",
                    "There is no folder " + folder.path() + ". Start \"serve\" once, or say where it is with --data-dir"
                            + " DIR."));
            return findings;
        }
        findings.add(permissions());
        if (!Files.exists(folder.database())) {
            findings.add(Finding.warning(
                    DATABASE, "There is no database in " + folder.path() + " yet. Start \"serve\" to make it."));
            return findings;
        }
        Finding database = database();
        findings.add(database);
        if (database.state() == Finding.State.OK) {
            findings.addAll(contents());
        }
        return findings;
    }

    private Finding permissions() {
        String check = "permissions";
        try (Stream<Path> files = Files.walk(folder.path())) {
            List<String> open = new ArrayList<>();
            for (Path file : files.toList()) {
                if (isOpen(file)) {
                    open.add(file.toString());
                }
            }
            return open.isEmpty()
                    ? Finding.ok(check, "The data folder is its owner's alone.")
                    : Finding.failed(
                            check,
                            "Others can use " + String.join(", ", open) + ". Run: chmod -R go-rwx " + folder.path());
        } catch (IOException e) {
            return Finding.failed(
                    check, "The data folder " + folder.path() + " cannot be read. Check that it belongs to this user.");
        }
    }

    private static boolean isOpen(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        return PosixFilePermissions.toString(permissions).substring(3).chars().anyMatch(bit -> bit != '-');
    }

    private Finding database() {
        try {
            DatabaseState state = DatabaseState.of(folder.database());
            if (!state.damage().isEmpty()) {
                return Finding.failed(
                        DATABASE, "The database is damaged (" + state.damage() + "). Restore a backup of it.");
            }
            return state.isOld()
                    ? Finding.warning(
                            DATABASE,
                            "The database is of an older version. Make a backup, then start \"serve\" to bring it up to"
                                    + " date.")
                    : Finding.ok(DATABASE, "The database is sound and of this version.");
        } catch (StoreException e) {
            return Finding.failed(DATABASE, String.valueOf(e.getMessage()));
        }
    }

    private List<Finding> contents() {
        List<Finding> findings = new ArrayList<>();
        try (SqliteStore store = SqliteStore.open(folder.database())) {
            if (!Vault.isBegun(store)) {
                findings.add(Finding.ok(KEY, "Nothing is encrypted yet."));
                return findings;
            }
            Vault vault = Vault.open(MasterKey.open(folder.masterKey(), masterKey), store);
            findings.add(Finding.ok(KEY, "The master key fits."));
            findings.add(credentials(store, vault));
            findings.add(versions(store));
            findings.add(trail(store, vault));
            findings.add(time(store));
        } catch (VaultException e) {
            findings.add(Finding.failed(KEY, String.valueOf(e.getMessage())));
        } catch (StoreException e) {
            findings.add(Finding.failed(DATABASE, String.valueOf(e.getMessage())));
        }
        return findings;
    }

    private static Finding credentials(SqliteStore store, Vault vault) {
        Map<Connection, Optional<SealedCredential>> connections = store.read(reads -> {
            Map<Connection, Optional<SealedCredential>> rows = new LinkedHashMap<>();
            reads.connections().forEach(connection -> rows.put(connection, reads.credential(connection.id())));
            return rows;
        });
        List<String> bad = new ArrayList<>();
        connections.forEach((connection, row) -> {
            if (row.isEmpty() || !isReadable(vault, connection.id(), row.get())) {
                bad.add(connection.id() + " (" + connection.name() + ")");
            }
        });
        return bad.isEmpty()
                ? Finding.ok(CREDENTIALS, "Every credential decrypts: " + connections.size() + ".")
                : Finding.failed(
                        CREDENTIALS,
                        "The credentials of these connections do not decrypt: " + String.join(", ", bad)
                                + ". Authorise them again, or restore a backup.");
    }

    private static boolean isReadable(Vault vault, String id, SealedCredential known) {
        try {
            Secret unused = vault.current(id, known, row -> vault.reveal(id, row));
            return true;
        } catch (VaultException e) {
            return false;
        }
    }

    /** What the database tells of versions; whether the jars are what was kept is looked at when they are loaded. */
    private Finding versions(SqliteStore store) {
        Optional<byte[]> problem = store.read(reads -> reads.value(VersionKeeper.PROBLEM));
        if (problem.isPresent()) {
            return Finding.warning(
                    VERSIONS,
                    "Tools could not be replaced when that was tried last: "
                            + new String(problem.get(), StandardCharsets.UTF_8));
        }
        List<String> missing = store.read(reads -> PinnedJars.missing(folder.bundles(), reads));
        return missing.isEmpty()
                ? Finding.ok(VERSIONS, "Every version that servers are pinned to is there.")
                : Finding.warning(
                        VERSIONS,
                        "Servers are pinned to versions of which the jar is missing or another one: "
                                + String.join(", ", missing)
                                + ". Put them back, or let the servers follow the newest version.");
    }

    private static Finding trail(SqliteStore store, Vault vault) {
        try {
            store.attestWith(vault.mac("audit-head")::of);
            return Finding.ok(TRAIL, "The trail ends where its signed head says. \"audit verify\" checks all of it.");
        } catch (StoreException e) {
            return Finding.failed(TRAIL, String.valueOf(e.getMessage()));
        }
    }

    private Finding time(SqliteStore store) {
        Instant now = clock.instant();
        if (now.isBefore(BUILT)) {
            return Finding.failed(TIME, "The clock says " + now + ", which is over. Set it; servers expire by it.");
        }
        List<AuditRow> newest = store.read(reads -> reads.audit(AuditQuery.newest(1)));
        for (AuditRow row : newest) {
            Instant written = Instant.parse(JsonTree.read(row.body().getBytes(StandardCharsets.UTF_8))
                    .path("time")
                    .asString());
            if (written.isAfter(now.plus(ALLOWED_STEP))) {
                return Finding.warning(
                        TIME,
                        "The clock says " + now + ", but the trail was written to at " + written
                                + ". Check the clock; servers expire by it.");
            }
        }
        return Finding.ok(TIME, "The clock says " + now + ".");
    }
}
