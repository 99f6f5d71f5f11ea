package dev.toolsmith.platform.cli;

import dev.toolsmith.platform.DataFolder;
import dev.toolsmith.platform.audit.AuditVerdict;
import dev.toolsmith.platform.ops.Logs;
import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.store.sqlite.SqliteStore;
import dev.toolsmith.platform.vault.MasterKey;
import dev.toolsmith.platform.vault.Vault;
import dev.toolsmith.platform.vault.VaultException;
import dev.toolsmith.runtime.cli.ConfigurationException;
import dev.toolsmith.runtime.cli.VerbCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a data folder keeps, for verbs that look at it while a server may be running on it. */
final class KeptData {

    /** Something to be done with it. */
    interface Use {
        int run() throws IOException;
    }

    private final DataFolder folder;
    private final Optional<String> masterKey;

    private KeptData(DataFolder folder, Optional<String> masterKey) {
        this.folder = folder;
        this.masterKey = masterKey;
    }

    /** The data folder that a command line means; from now on the process logs to where people read messages. */
    static KeptData of(VerbCall call) {
        KeptData data = new KeptData(PlatformOptions.folder(call), call.secret(MasterKey.VARIABLE));
        Logs.arrange(Logs.Format.TEXT, call.err());
        return data;
    }

    DataFolder folder() {
        return folder;
    }

    /**
     * Its database.
     *
     * @throws ConfigurationException when there is none
     */
    Path database() {
        if (!Files.exists(folder.database())) {
            throw new ConfigurationException(
                    "There is no database in " + folder.path() + ". Say where it is with --data-dir DIR.");
        }
        return folder.database();
    }

    /** Checks the trail in a store with the key that the vault has for it. */
    AuditVerdict verify(SqliteStore store) {
        return store.verify(headKey(store));
    }

    /** What signs the head of a store's trail. */
    UnaryOperator<byte[]> headKey(SqliteStore store) {
        return Vault.open(MasterKey.open(folder.masterKey(), masterKey), store).mac("audit-head")::of;
    }

    /** Does something; what an operator has to set right for it ends the process with exit code 3. */
    static int telling(Use use) throws IOException {
        try {
            return use.run();
        } catch (StoreException | VaultException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        }
    }
}
