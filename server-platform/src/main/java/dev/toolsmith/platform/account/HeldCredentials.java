package dev.toolsmith.platform.account;

import dev.toolsmith.platform.model.SealedCredential;
import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.store.StoreReads;
import dev.toolsmith.platform.vault.Vault;
import dev.toolsmith.runtime.upstream.Secret;
import java.util.function.Function;

/** Decrypts connections' credentials as they are needed. */
record HeldCredentials(Vault vault, LiveConnections live) {

    /**
     * A decrypted credential.
     *
     * @param mark equal for equal credentials of one connection, and tells nothing else
     */
    record Opened(Secret credential, String mark) {}

    static SealedCredential kept(StoreReads reads, String id) {
        return reads.credential(id)
                .orElseThrow(() -> new StoreException("The database holds no credential for the connection " + id
                        + ", so it is damaged. Restore a backup of the data folder."));
    }

    /** Decrypts one; when the key that encrypted it is gone, what the store holds by now. */
    Secret reveal(LiveConnections.Held held) {
        return current(held, row -> vault.reveal(held.connection().id(), row));
    }

    Opened open(LiveConnections.Held held) {
        String id = held.connection().id();
        return current(held, row -> new Opened(vault.reveal(id, row), vault.markOf(id, row)));
    }

    private <T> T current(LiveConnections.Held held, Function<SealedCredential, T> use) {
        String id = held.connection().id();
        return vault.current(id, held.sealed(), row -> {
            T used = use.apply(row);
            if (!row.isSameAs(held.sealed())) {
                live.reform(id, row, held.generation());
            }
            return used;
        });
    }

    /** Whether a connection still has a credential, within a change. */
    boolean isStill(StoreReads reads, String id, Opened opened) {
        return vault.markOf(id, kept(reads, id)).equals(opened.mark());
    }
}
