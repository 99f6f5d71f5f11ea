package dev.toolsmith.platform.cli;

import dev.toolsmith.platform.DataFolder;
import dev.toolsmith.platform.ops.Logs;
import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.store.sqlite.SqliteStore;
import dev.toolsmith.platform.vault.KeyRotation;
import dev.toolsmith.platform.vault.MasterKey;
import dev.toolsmith.platform.vault.Vault;
import dev.toolsmith.platform.vault.VaultException;
import dev.toolsmith.runtime.cli.ConfigurationException;
import dev.toolsmith.runtime.cli.Option;
import dev.toolsmith.runtime.cli.UsageException;
import dev.toolsmith.runtime.cli.Verb;
import dev.toolsmith.runtime.cli.VerbCall;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Replaces keys, also while a server runs, and makes new ones. */
public final class KeysVerb implements Verb {

    private static final Option MASTER =
            new Option("master", "", "", "replace the master key; without it, every connection's own keys");

    /** About how many lines of progress a run prints. */
    private static final int STEPS = 20;

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public String form() {
        return "rotate [--master] | new";
    }

    @Override
    public String summary() {
        return "replace the keys that credentials are encrypted with; new prints a key for " + MasterKey.VARIABLE;
    }

    @Override
    public List<Option> options() {
        return List.of(PlatformOptions.DATA_DIR, MASTER);
    }

    @Override
    public List<Variable> variables() {
        return List.of(
                PlatformOptions.MASTER_KEY,
                Variable.secret(MasterKey.SUCCESSOR, "the key that is to replace it, for --master"));
    }

    @Override
    @SuppressWarnings("try") // The keys are only held, so that nobody else replaces them meanwhile.
    public int run(VerbCall call) throws IOException {
        if (call.words().equals(List.of("new")) && !call.isOn(MASTER)) {
            call.print().println(MasterKey.newText());
            return 0;
        }
        if (!call.words().equals(List.of("rotate"))) {
            throw new UsageException("Say what to do: keys rotate, keys rotate --master, or keys new.");
        }
        Logs.arrange(Logs.Format.TEXT, call.err());
        DataFolder folder = PlatformOptions.folder(call);
        if (!Files.exists(folder.database())) {
            throw new ConfigurationException("There is no database in " + folder.path()
                    + ", so there are no keys to replace. Say where it is with --data-dir DIR.");
        }
        try (Closeable taken = folder.takeKeys()) {
            rotate(call, folder);
            return 0;
        } catch (StoreException | VaultException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }

    private static void rotate(VerbCall call, DataFolder folder) {
        boolean isMaster = call.isOn(MASTER);
        MasterKey key = key(call, folder, isMaster);
        PrintStream out = call.print();
        try (SqliteStore store = SqliteStore.open(folder.database())) {
            Vault vault = Vault.open(key, store);
            store.attestWith(vault.mac("audit-head")::of);
            KeyRotation rotation =
                    new KeyRotation(store, key, vault, Clock.systemUTC(), (done, total) -> tell(out, done, total));
            if (isMaster) {
                rotation.masterKey();
                out.println("The master key is replaced. " + next(key, folder));
            } else {
                out.println("Connections that have new keys: " + rotation.credentials() + ".");
            }
        }
    }

    private static MasterKey key(VerbCall call, DataFolder folder, boolean isMaster) {
        Optional<String> present = call.secret(MasterKey.VARIABLE);
        if (!isMaster || present.isEmpty()) {
            return MasterKey.open(folder.masterKey(), present);
        }
        String successor = call.secret(MasterKey.SUCCESSOR)
                .orElseThrow(() -> new ConfigurationException("The master key is in the environment. Set "
                        + MasterKey.SUCCESSOR + " to the one that is to replace it; \"keys new\" makes one."));
        return MasterKey.openWithSuccessor(present.get(), successor);
    }

    private static void tell(PrintStream out, int done, int total) {
        if (done == total || done % Math.max(1, total / STEPS) == 0) {
            out.println(done + " of " + total);
        }
    }

    private static String next(MasterKey key, DataFolder folder) {
        if (key.isInFile()) {
            return "Copy " + folder.masterKey() + " to a safe place and make a new backup:"
                    + " backups from before need the old key.";
        }
        return "Set " + MasterKey.VARIABLE + " to the new one, remove " + MasterKey.SUCCESSOR
                + ", and start servers again. Make a new backup: backups from before need the old key.";
    }
}
