package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.UrlToken;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.store.StoreWrites;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes servers that have expired and tokens that have ended, for good: a clock that goes back brings none back. */
final class Expiry {

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final long PERIOD_SECONDS = 5;

    private final Store store;
    private final Directory directory;
    private final AtomicLong versions;
    private final Clock clock;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "server-expiry");
        thread.setDaemon(true);
        return thread;
    });

    Expiry(Store store, Directory directory, AtomicLong versions, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * Begins to clean up.
     *
     * @param more done each time after that
     */
    void start(Runnable more) {
        Future<?> unused = schedule.scheduleWithFixedDelay(
                () -> {
                    cleanUp();
                    more.run();
                },
                0,
                PERIOD_SECONDS,
                TimeUnit.SECONDS);
    }

    void cleanUp() {
        Instant now = clock.instant();
        for (Live live : directory.all()) {
            cleanUp(live, now);
        }
    }

    /** Removes a server, or tokens of it, if they are over; returns at once. */
    void cleanUp(Live live, Instant now) {
        boolean expired = live.isExpired(now);
        if ((!expired && !live.hasEnded(now)) || !live.beginCleaning()) {
            return;
        }
        CompletableFuture<?> unused = (expired ? removeServer(live, now) : removeTokens(live, now))
                .whenComplete((done, failure) -> {
                    live.endCleaning();
                    if (failure != null) {
                        LOG.warn("Expired servers could not be removed; it is tried again soon");
                    }
                });
    }

    private CompletableFuture<Void> removeServer(Live live, Instant now) {
        HostedServer seen = live.server();
        String id = seen.id();
        return store.write(change -> {
                    Optional<HostedServer> stored = change.server(id);
                    if (stored.isEmpty()) {
                        return true;
                    }
                    HostedServer server = stored.get();
                    boolean wasChanged = !server.expiresAt().equals(seen.expiresAt());
                    if (wasChanged && !server.isExpired(now)) {
                        return false;
                    }
                    change.deleteServer(id);
                    change.append(
                            Changes.event(now, "server.expired", server, "", Actor.SYSTEM, Changes.facts(server)));
                    return true;
                })
                .thenAccept(gone -> {
                    if (gone) {
                        directory.remove(id);
                    }
                });
    }

    private record Left(List<UrlToken> tokens, long version) {}

    private CompletableFuture<Void> removeTokens(Live live, Instant now) {
        String id = live.server().id();
        return store.write(change -> new Left(withoutEnded(change, live, now), versions.incrementAndGet()))
                .thenAccept(left -> directory.replaceTokens(id, left.tokens(), left.version()));
    }

    private static List<UrlToken> withoutEnded(StoreWrites change, Live live, Instant now) {
        List<UrlToken> left = new ArrayList<>();
        for (UrlToken token : change.urlTokensOf(live.server().id())) {
            if (live.isEnded(token, now)) {
                change.deleteUrlToken(token.id());
            } else {
                left.add(token);
            }
        }
        return left;
    }

    void close() {
        schedule.shutdownNow();
    }
}
