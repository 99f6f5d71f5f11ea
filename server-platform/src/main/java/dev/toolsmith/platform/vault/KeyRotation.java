package dev.toolsmith.platform.vault;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.SealedCredential;
import dev.toolsmith.platform.store.Settled;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.store.StoreWrites;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces keys while servers may be running. Every step is one change, and each leaves everything decryptable; one that
 * was interrupted is taken up by the next run.
 */
public final class KeyRotation {

    /** The last connection that has its new keys; there is none while no rotation is under way. */
    private static final String ROTATED_TO = "vault.rotated-to";

    /** Hears of each credential that is done. */
    @FunctionalInterface
    public interface Progress {

        /** So many of so many are done. */
        void done(int count, int total);
    }

    private final Store store;
    private final MasterKey master;
    private final Vault vault;
    private final Clock clock;
    private final Progress progress;

    /**
     * A rotation of the keys of one store.
     *
     * @param master the same that the vault was opened with
     */
    public KeyRotation(Store store, MasterKey master, Vault vault, Clock clock, Progress progress) {
        this.store = store;
        this.master = master;
        this.vault = vault;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Gives every connection new keys and encrypts its credential with them.
     *
     * @return how many there were to do; those that an interrupted run had done are not among them
     */
    public int credentials() {
        String from = store.read(reads -> reads.value(ROTATED_TO))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        List<String> ids =
                connectionIds().stream().filter(id -> id.compareTo(from) > 0).toList();
        each(ids, this::reseal);
        Settled.of(store.write(writes -> {
            writes.setValue(ROTATED_TO, new byte[0]);
            return record(writes, "credentials", ids.size());
        }));
        return ids.size();
    }

    private void reseal(StoreWrites writes, String id) {
        Optional<SealedCredential> now = writes.credential(id);
        if (now.isPresent()) {
            writes.replaceCredential(id, vault.resealed(writes, id, now.get()));
            writes.setValue(ROTATED_TO, id.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Puts a new master key in the place of the old one. The file has both until nothing needs the old one any more.
     *
     * @return how many connections there are
     */
    public int masterKey() {
        Keyring both = master.ring();
        if (master.isInFile() && both.ids().size() == 1) {
            both = both.withNewPrimary();
            master.replace(both);
        }
        Keyring ring = both;
        Settled.of(store.write(writes -> {
            vault.moveTo(ring, writes);
            return true;
        }));
        List<String> ids = connectionIds();
        each(ids, this::rewrap);
        Settled.of(store.write(writes -> {
            // Once more, for what other processes have added with the old key just before it was replaced.
            writes.connections().forEach(connection -> rewrap(writes, connection.id()));
            writes.setValue(Vault.RETIRING, new byte[0]);
            return record(writes, "master", ids.size());
        }));
        if (master.isInFile()) {
            master.replace(ring.primaryOnly());
        }
        return ids.size();
    }

    private void rewrap(StoreWrites writes, String id) {
        writes.credential(id)
                .flatMap(now -> vault.rewrapped(writes, id, now))
                .ifPresent(next -> writes.replaceCredential(id, next));
    }

    private List<String> connectionIds() {
        return store.read(reads ->
                reads.connections().stream().map(Connection::id).sorted().toList());
    }

    private interface Step {
        void take(StoreWrites writes, String id);
    }

    private void each(List<String> ids, Step step) {
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            Settled.of(store.write(writes -> {
                step.take(writes, id);
                return true;
            }));
            progress.done(i + 1, ids.size());
        }
    }

    private boolean record(StoreWrites writes, String what, int count) {
        AuditEvent.Subject subject = new AuditEvent.Subject("", "", "", "", Actor.SYSTEM.id(), "");
        Map<String, String> detail = Map.of("keys", what, "connections", Integer.toString(count));
        writes.append(AuditEvent.change(clock.instant(), "keys.rotated", subject, detail));
        return true;
    }
}
