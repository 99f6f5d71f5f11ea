package dev.toolsmith.platform.account;

import dev.toolsmith.platform.model.SealedCredential;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.store.StoreReads;
import dev.toolsmith.platform.vault.Vault;
import dev.toolsmith.platform.vault.VaultException;
import dev.toolsmith.runtime.upstream.Secret;

/** Decrypts connections' credentials as they are needed. */
record HeldCredentials(Store store, Vault vault, LiveConnections live) {

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
        String id = held.connection().id();
        try {
            return vault.reveal(id, held.sealed());
        } catch (VaultException e) {
            SealedCredential newer = store.read(reads -> kept(reads, id));
            Secret secret = vault.reveal(id, newer);
            live.reform(id, newer, held.generation());
            return secret;
        }
    }

    Opened open(LiveConnections.Held held) {
        Secret credential = reveal(held);
        LiveConnections.Held readable = live.find(held.connection().id())
                .filter(now -> now.generation() == held.generation())
                .orElse(held);
        return new Opened(credential, vault.markOf(held.connection().id(), readable.sealed()));
    }

    /** Whether a connection still has a credential, within a change. */
    boolean isStill(StoreReads reads, String id, Opened opened) {
        return vault.markOf(id, kept(reads, id)).equals(opened.mark());
    }
}
