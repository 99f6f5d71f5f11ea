package dev.toolsmith.platform.vault;

import dev.toolsmith.platform.model.SealedCredential;
import dev.toolsmith.platform.store.Settled;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.store.StoreReads;
import dev.toolsmith.platform.store.StoreWrites;
import dev.toolsmith.runtime.upstream.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Encrypts credentials, each with keys of its own that the master key encrypts in turn. What it makes is bound to its
 * connection: moved elsewhere or changed by a bit, it does not open.
 */
public final class Vault {

    /** Encrypted with the master key that new things must be encrypted with; by it a wrong key is told. */
    static final String KEY_CHECK = "vault.key-check";

    /** What all keyed hashes derive from, encrypted. */
    static final String MAC_ROOT = "vault.mac-root";

    /** Ids of the master keys that are being replaced, while they are. */
    static final String RETIRING = "vault.master-retiring";

    /** The purpose of the keyed hash that signs the head of the audit trail. */
    private static final String AUDIT_HEAD = "audit-head";

    private static final String CHECKED = "toolsmith";
    private static final int ROOT_BYTES = 32;

    private final MasterKey master;
    private final Store store;
    private final byte[] macRoot;

    private Vault(MasterKey master, Store store, byte[] macRoot) {
        this.master = master;
        this.store = store;
        this.macRoot = macRoot;
    }

    /**
     * Opens it; the first time, makes its keys.
     *
     * @throws VaultException when something is encrypted already and the key is missing or another
     */
    public static Vault open(MasterKey key, Store store) {
        if (store.read(Vault::isEmpty)) {
            key.createIfMissing();
            byte[] root = new byte[ROOT_BYTES];
            new SecureRandom().nextBytes(root);
            Settled.of(store.write(writes -> isEmpty(writes) && begin(writes, key.ring(), root)));
        }
        return store.read(reads -> new Vault(key, store, checkedRoot(key, reads)));
    }

    /** Whether something is encrypted already, so that the master key is needed. */
    public static boolean isBegun(Store store) {
        return !store.read(Vault::isEmpty);
    }

    private static boolean isEmpty(StoreReads reads) {
        return reads.value(KEY_CHECK).isEmpty()
                && reads.value(MAC_ROOT).isEmpty()
                && reads.connections().isEmpty();
    }

    private static boolean begin(StoreWrites writes, Keyring ring, byte[] root) {
        writes.beginTrail(Mac.derived(root, AUDIT_HEAD)::of);
        writes.setKey(KEY_CHECK, ring.encrypt(CHECKED.getBytes(StandardCharsets.UTF_8), KEY_CHECK));
        writes.setKey(MAC_ROOT, ring.encrypt(root, MAC_ROOT));
        return true;
    }

    private static byte[] checkedRoot(MasterKey key, StoreReads reads) {
        refuseHalfReplaced(key, reads);
        byte[] check = needed(reads, KEY_CHECK);
        if (opened(key, check, KEY_CHECK).isEmpty()) {
            throw reads.value(RETIRING).isPresent() ? halfReplaced(key) : wrongKey(key);
        }
        return opened(key, needed(reads, MAC_ROOT), MAC_ROOT)
                .orElseThrow(() -> new VaultException("The root of all keyed hashes is damaged: \"" + MAC_ROOT
                        + "\" does not decrypt. Restore a backup of the data folder."));
    }

    private static byte[] needed(StoreReads reads, String name) {
        return reads.value(name)
                .orElseThrow(() -> new VaultException("The database holds credentials but no \"" + name
                        + "\", so it is damaged. Restore a backup of the data folder."));
    }

    private static void refuseHalfReplaced(MasterKey key, StoreReads reads) {
        Set<Integer> wanted = new TreeSet<>(ids(reads.value(RETIRING).orElse(new byte[0])));
        wanted.removeAll(key.ring().ids());
        if (!wanted.isEmpty()) {
            throw halfReplaced(key);
        }
    }

    private static VaultException halfReplaced(MasterKey key) {
        return new VaultException("The master key was being replaced and that was not finished: " + key.place()
                + " lacks one of the two keys. Run \"keys rotate --master\" again with both.");
    }

    private static VaultException wrongKey(MasterKey key) {
        return new VaultException("The master key in " + key.place()
                + " is not the one that the data is encrypted with. Put the right one there, from your backup of it.");
    }

    static Set<Integer> ids(byte[] bytes) {
        Set<Integer> ids = new TreeSet<>();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.remaining() >= Integer.BYTES) {
            ids.add(rest.getInt());
        }
        return ids;
    }

    /** Encrypts a connection's credential with new keys of its own. Inside of a change, use the other one. */
    public SealedCredential seal(String connectionId, String credential) {
        return store.read(reads -> seal(reads, connectionId, credential));
    }

    /**
     * Encrypts a connection's credential with new keys of its own, within the change that keeps it: so the master key
     * cannot be replaced between the two, and what is kept is never encrypted with one that is gone.
     */
    public SealedCredential seal(StoreReads reads, String connectionId, String credential) {
        return sealed(wrapping(reads), connectionId, credential.getBytes(StandardCharsets.UTF_8));
    }

    private static SealedCredential sealed(Keyring wrapping, String connectionId, byte[] credential) {
        Keyring own = Keyring.fresh();
        return new SealedCredential(
                wrapping.encrypt(own.bytes(), keysetContext(connectionId)),
                own.encrypt(credential, credentialContext(connectionId)));
    }

    /** The same credential under new keys of its own. */
    SealedCredential resealed(StoreReads reads, String connectionId, SealedCredential sealed) {
        return sealed(wrapping(reads), connectionId, plain(connectionId, sealed));
    }

    /** The same under the master key that things are encrypted with now; empty when it is already. */
    Optional<SealedCredential> rewrapped(StoreReads reads, String connectionId, SealedCredential sealed) {
        Keyring wrapping = wrapping(reads);
        byte[] keyset = keyset(connectionId, sealed);
        return isUnder(wrapping.primaryId(), sealed.keyset())
                ? Optional.empty()
                : Optional.of(new SealedCredential(
                        wrapping.encrypt(keyset, keysetContext(connectionId)), sealed.ciphertext()));
    }

    /** Makes another master key the one that things are encrypted with from now on, in one change. */
    void moveTo(Keyring ring, StoreWrites writes) {
        if (isUnder(ring.primaryId(), needed(writes, KEY_CHECK))) {
            return;
        }
        ByteBuffer retiring = ByteBuffer.allocate(Integer.BYTES * (ring.ids().size() - 1));
        ring.ids().stream().filter(id -> id != ring.primaryId()).forEach(retiring::putInt);
        writes.setValue(RETIRING, retiring.array());
        writes.setKey(KEY_CHECK, ring.encrypt(CHECKED.getBytes(StandardCharsets.UTF_8), KEY_CHECK));
        writes.setKey(MAC_ROOT, ring.encrypt(macRoot, MAC_ROOT));
    }

    private static boolean isUnder(int keyId, byte[] ciphertext) {
        try {
            return Keyring.keyIdOf(ciphertext) == keyId;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The master key that is to encrypt: the one that the check value names, not the newest in memory. */
    private Keyring wrapping(StoreReads reads) {
        byte[] check = needed(reads, KEY_CHECK);
        try {
            int id = Keyring.keyIdOf(check);
            Keyring ring = holding(id).ledBy(id);
            ring.decrypt(check, KEY_CHECK);
            return ring;
        } catch (GeneralSecurityException e) {
            throw wrongKey(master);
        }
    }

    private Keyring holding(int id) {
        Keyring known = master.ring();
        return known.ids().contains(id)
                ? known
                : master.otherThan(known)
                        .orElseThrow(() -> new VaultException(
                                "The master key was replaced while this process had the old one from " + master.place()
                                        + ". Give it the new one and start it again."));
    }

    /**
     * Uses a connection's credential from a row that was read before. Keys may have been replaced since; where that row
     * does not decrypt any more, the one that the store holds by now is used.
     *
     * @param use decrypts the row that it is given
     * @throws VaultException when the row that the store holds by now does not decrypt either
     */
    public <T> T current(String connectionId, SealedCredential known, Function<SealedCredential, T> use) {
        SealedCredential row = known;
        while (true) {
            try {
                return use.apply(row);
            } catch (VaultException e) {
                SealedCredential tried = row;
                row = store.read(reads -> reads.credential(connectionId))
                        .filter(now -> !now.isSameAs(tried))
                        .orElseThrow(() -> e);
            }
        }
    }

    /**
     * Decrypts a connection's credential.
     *
     * @throws VaultException when it is another connection's, or was changed, or its master key is gone
     */
    public Secret reveal(String connectionId, SealedCredential sealed) {
        return Secret.of(new String(plain(connectionId, sealed), StandardCharsets.UTF_8));
    }

    /** Tells whether two are of one credential without showing it: equal for equal ones, over all rotations. */
    public String markOf(String connectionId, SealedCredential sealed) {
        byte[] plain = plain(connectionId, sealed);
        return mac("credential|" + connectionId).of(new String(plain, StandardCharsets.UTF_8));
    }

    /** A keyed hash for one purpose; the same over all rotations of keys. */
    public Mac mac(String purpose) {
        return Mac.derived(macRoot, purpose);
    }

    private byte[] plain(String connectionId, SealedCredential sealed) {
        byte[] keyset = keyset(connectionId, sealed);
        try {
            return Keyring.ofBytes(keyset).decrypt(sealed.ciphertext(), credentialContext(connectionId));
        } catch (GeneralSecurityException e) {
            throw unreadable(connectionId);
        } finally {
            Arrays.fill(keyset, (byte) 0);
        }
    }

    private byte[] keyset(String connectionId, SealedCredential sealed) {
        return opened(master, sealed.keyset(), keysetContext(connectionId)).orElseThrow(() -> unreadable(connectionId));
    }

    /** Decrypts with the master key; if that fails, once more with what its file holds by now. */
    private static Optional<byte[]> opened(MasterKey master, byte[] ciphertext, String context) {
        Keyring known = master.ring();
        return decrypted(known, ciphertext, context)
                .or(() -> master.otherThan(known).flatMap(other -> decrypted(other, ciphertext, context)));
    }

    private static Optional<byte[]> decrypted(Keyring ring, byte[] ciphertext, String context) {
        try {
            return Optional.of(ring.decrypt(ciphertext, context));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static VaultException unreadable(String connectionId) {
        return new VaultException("The credential of the connection " + connectionId
                + " does not decrypt: it was changed or belongs to another key. Authorise the connection again, or"
                + " restore a backup.");
    }

    private static String keysetContext(String connectionId) {
        return "toolsmith|connection|" + connectionId + "|keyset|v1";
    }

    private static String credentialContext(String connectionId) {
        return "toolsmith|connection|" + connectionId + "|credential|v1";
    }

    @Override
    public String toString() {
        return "Vault under " + master;
    }
}
