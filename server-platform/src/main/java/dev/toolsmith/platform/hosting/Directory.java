package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.UrlToken;
import dev.toolsmith.platform.store.StoreReads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;

/** All servers by id and by their URL tokens, in memory: a request asks no store. */
final class Directory {

    private final Map<String, Live> byId = new ConcurrentHashMap<>();
    private final Map<String, Live> byMac = new ConcurrentHashMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    static Directory of(StoreReads store) {
        Map<String, List<UrlToken>> tokens = new HashMap<>();
        for (UrlToken token : store.urlTokens()) {
            tokens.computeIfAbsent(token.serverId(), id -> new ArrayList<>()).add(token);
        }
        Directory directory = new Directory();
        for (HostedServer server : store.servers()) {
            directory.add(server, tokens.getOrDefault(server.id(), List.of()));
        }
        return directory;
    }

    Optional<Live> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Live> byMac(String mac) {
        return Optional.ofNullable(byMac.get(mac));
    }

    Collection<Live> all() {
        return byId.values();
    }

    /**
     * Does something between changes: none of them begins, and so none is acknowledged, before it is done. It must be
     * short.
     */
    boolean betweenChanges(BooleanSupplier task) {
        lock.readLock().lock();
        try {
            return task.getAsBoolean();
        } finally {
            lock.readLock().unlock();
        }
    }

    void add(HostedServer server, List<UrlToken> tokens) {
        change(() -> {
            Live live = new Live(server, tokens);
            byId.put(server.id(), live);
            live.tokens().keySet().forEach(mac -> byMac.put(mac, live));
        });
    }

    void update(HostedServer server, long version) {
        change(() -> byId(server.id()).ifPresent(live -> live.take(server, version)));
    }

    void replaceTokens(String serverId, List<UrlToken> tokens, long version) {
        change(() -> byId(serverId).ifPresent(live -> {
            Set<String> before = new HashSet<>(live.tokens().keySet());
            if (live.takeTokens(tokens, version)) {
                before.removeAll(live.tokens().keySet());
                before.forEach(byMac::remove);
                live.tokens().keySet().forEach(mac -> byMac.put(mac, live));
            }
        }));
    }

    void remove(String serverId) {
        change(() -> {
            Live live = byId.remove(serverId);
            if (live != null) {
                live.remove();
                live.tokens().keySet().forEach(byMac::remove);
            }
        });
    }

    void removeAllOf(String connectionId) {
        for (Live live : all()) {
            if (live.server().connectionId().equals(connectionId)) {
                remove(live.server().id());
            }
        }
    }

    private void change(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
