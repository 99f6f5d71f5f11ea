package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.UrlToken;
import dev.toolsmith.platform.store.ChangeLock;
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
import java.util.concurrent.CopyOnWriteArrayList;

/** All servers by id and by their URL tokens, in memory: a request asks no store. */
final class Directory {

    private final Map<String, Live> byId = new ConcurrentHashMap<>();
    private final Map<String, Live> byMac = new ConcurrentHashMap<>();
    private final ChangeLock lock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private Directory(ChangeLock lock) {
        this.lock = lock;
    }

    static Directory of(StoreReads store, ChangeLock lock) {
        Map<String, List<UrlToken>> tokens = new HashMap<>();
        for (UrlToken token : store.urlTokens()) {
            tokens.computeIfAbsent(token.serverId(), id -> new ArrayList<>()).add(token);
        }
        Directory directory = new Directory(lock);
        for (HostedServer server : store.servers()) {
            directory.add(server, tokens.getOrDefault(server.id(), List.of()));
        }
        return directory;
    }

    /** Tells of every change of what lets callers in, once it is in effect; must be quick. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
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

    void add(HostedServer server, List<UrlToken> tokens) {
        lock.change(() -> {
            Live live = new Live(server, tokens);
            byId.put(server.id(), live);
            live.tokens().keySet().forEach(mac -> byMac.put(mac, live));
        });
    }

    void update(HostedServer server, long version) {
        lock.change(() -> byId(server.id()).ifPresent(live -> live.take(server, version)));
        changed();
    }

    void replaceTokens(String serverId, List<UrlToken> tokens, long version) {
        lock.change(() -> byId(serverId).ifPresent(live -> {
            Set<String> before = new HashSet<>(live.tokens().keySet());
            if (live.takeTokens(tokens, version)) {
                before.removeAll(live.tokens().keySet());
                before.forEach(byMac::remove);
                live.tokens().keySet().forEach(mac -> byMac.put(mac, live));
            }
        }));
        changed();
    }

    void remove(String serverId) {
        lock.change(() -> {
            Live live = byId.remove(serverId);
            if (live != null) {
                live.remove();
                live.tokens().keySet().forEach(byMac::remove);
            }
        });
        changed();
    }

    void removeAllOf(String connectionId) {
        for (Live live : all()) {
            if (live.server().connectionId().equals(connectionId)) {
                remove(live.server().id());
            }
        }
    }
}
