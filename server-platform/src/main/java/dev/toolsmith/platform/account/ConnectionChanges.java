package dev.toolsmith.platform.account;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ConnectionState;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.SealedCredential;
import dev.toolsmith.platform.store.Settled;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.store.StoreReads;
import dev.toolsmith.platform.store.StoreWrites;
import dev.toolsmith.platform.vault.Vault;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Changes connections: row and event in one write, and what is in memory once that is durable. */
final class ConnectionChanges {

    /**
     * What a change came to.
     *
     * @param version its place in the order of changes; 0 when nothing was changed
     * @param sealed the credential, if that was changed
     */
    private record Done(Connection connection, long version, Optional<SealedCredential> sealed) {}

    private final Store store;
    private final Vault vault;
    private final LiveConnections live;
    private final Clock clock;
    private final AtomicLong versions = new AtomicLong();

    ConnectionChanges(Store store, Vault vault, LiveConnections live, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.live = live;
        this.clock = clock;
    }

    Connection add(Actor actor, Connection connection, String credential) {
        Map<String, String> detail =
                Map.of("app", connection.app(), "name", connection.name(), "workspace", connection.workspaceId());
        return Settled.of(store.write(writes -> {
                    SealedCredential sealed = vault.seal(writes, connection.id(), credential);
                    writes.insert(connection, sealed);
                    writes.append(event("connection.created", actor, connection.id(), detail));
                    return new Done(connection, versions.incrementAndGet(), Optional.of(sealed));
                })
                .thenApply(done -> {
                    live.add(done.connection(), done.sealed().orElseThrow(), done.version());
                    return done.connection();
                }));
    }

    /**
     * Changes the row as it is by then.
     *
     * @param change gives nothing to change nothing, which leaves no event
     */
    CompletableFuture<Connection> change(
            Actor actor, String kind, String id, BiFunction<StoreReads, Connection, Optional<Connection>> change) {
        return store.write(writes -> changed(writes, actor, kind, id, change)).thenApply(done -> {
            live.change(done.connection(), done.version());
            return done.connection();
        });
    }

    private Done changed(
            StoreWrites writes,
            Actor actor,
            String kind,
            String id,
            BiFunction<StoreReads, Connection, Optional<Connection>> change) {
        Connection now = present(writes, id);
        Optional<Connection> changed = change.apply(writes, now);
        if (changed.isEmpty()) {
            return new Done(now, 0, Optional.empty());
        }
        Connection next = changed.get();
        writes.update(next);
        writes.append(event(kind, actor, id, detail(now, next)));
        return new Done(next, versions.incrementAndGet(), Optional.empty());
    }

    Connection reauthorise(Actor actor, String id, String credential, UnaryOperator<Connection> change) {
        return Settled.of(store.write(writes -> {
                    Connection now = present(writes, id);
                    Connection next = change.apply(now);
                    SealedCredential sealed = vault.seal(writes, id, credential);
                    writes.update(next);
                    writes.replaceCredential(id, sealed);
                    writes.append(event("connection.reauthorised", actor, id, detail(now, next)));
                    return new Done(next, versions.incrementAndGet(), Optional.of(sealed));
                })
                .thenApply(done -> {
                    live.change(done.connection(), done.sealed().orElseThrow(), done.version());
                    return done.connection();
                }));
    }

    void delete(Actor actor, String id, Runnable after) {
        Settled.of(store.write(writes -> {
                    Connection now = present(writes, id);
                    writes.deleteConnection(id);
                    writes.append(event("connection.deleted", actor, id, Map.of("name", now.name())));
                    return id;
                })
                .thenApply(gone -> {
                    live.remove(gone);
                    after.run();
                    return gone;
                }));
    }

    private static Connection present(StoreReads reads, String id) {
        return reads.connection(id).orElseThrow(() -> ProblemException.notFound("connection"));
    }

    private static Map<String, String> detail(Connection before, Connection after) {
        if (before.state() == after.state()) {
            return Map.of("name", after.name());
        }
        return Map.of(
                "name",
                after.name(),
                "from",
                before.state().name(),
                "to",
                after.state().name(),
                "reason",
                after.state() == ConnectionState.ACTIVE ? "" : after.stateReason());
    }

    private AuditEvent event(String kind, Actor actor, String id, Map<String, String> detail) {
        AuditEvent.Subject subject = new AuditEvent.Subject("", id, "", "", actor.id(), actor.address());
        return AuditEvent.change(clock.instant(), kind, subject, detail);
    }
}
