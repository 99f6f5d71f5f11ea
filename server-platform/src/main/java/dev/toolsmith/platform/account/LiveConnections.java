package dev.toolsmith.platform.account;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.SealedCredential;
import dev.toolsmith.platform.store.ChangeLock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * All connections as they are now, in memory. What follows a change may run late on another thread, after what followed
 * the next one; so each change has a number, and a smaller one never undoes a greater one.
 */
final class LiveConnections {

    /**
     * One of them.
     *
     * @param version which change made it what it is
     * @param generation which change gave it its credential
     */
    record Held(Connection connection, long version, SealedCredential sealed, long generation) {

        private boolean sends() {
            return connection.state().sends();
        }

        private Held with(Connection other, long otherVersion) {
            return otherVersion > version ? new Held(other, otherVersion, sealed, generation) : this;
        }

        private Held with(SealedCredential other, long otherGeneration) {
            return otherGeneration > generation ? new Held(connection, version, other, otherGeneration) : this;
        }
    }

    private final Map<String, Held> byId = new ConcurrentHashMap<>();
    private final List<Consumer<String>> pauseListeners = new CopyOnWriteArrayList<>();
    private final ChangeLock lock;

    LiveConnections(ChangeLock lock) {
        this.lock = lock;
    }

    Optional<Held> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All, in the order in which they were made. */
    List<Connection> all() {
        return byId.values().stream()
                .map(Held::connection)
                .sorted(Comparator.comparing(Connection::createdAt).thenComparing(Connection::id))
                .toList();
    }

    void add(Connection connection, SealedCredential sealed, long version) {
        lock.change(() -> byId.put(connection.id(), new Held(connection, version, sealed, version)));
    }

    void change(Connection connection, long version) {
        change(connection.id(), held -> held.with(connection, version));
    }

    void change(Connection connection, SealedCredential sealed, long version) {
        change(connection.id(), held -> held.with(connection, version).with(sealed, version));
    }

    private void change(String id, UnaryOperator<Held> change) {
        AtomicBoolean pauses = new AtomicBoolean();
        lock.change(() -> byId.computeIfPresent(id, (same, held) -> {
            Held next = change.apply(held);
            pauses.set(next.sends() != held.sends());
            return next;
        }));
        if (pauses.get()) {
            pauseListeners.forEach(listener -> listener.accept(id));
        }
    }

    /** Tells of connections for which nothing is sent any more, or something again; must be quick. */
    void onPause(Consumer<String> listener) {
        pauseListeners.add(listener);
    }

    /** Another form of the same credential, which other keys encrypt; nobody may do more or less by it. */
    void reform(String id, SealedCredential sealed, long generation) {
        byId.computeIfPresent(
                id,
                (same, held) -> held.generation() == generation
                        ? new Held(held.connection(), held.version(), sealed, generation)
                        : held);
    }

    void remove(String id) {
        lock.change(() -> byId.remove(id));
    }
}
