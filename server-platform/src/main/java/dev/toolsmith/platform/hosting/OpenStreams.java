package dev.toolsmith.platform.hosting;

import dev.toolsmith.runtime.protocol.Subscription;
import dev.toolsmith.runtime.transport.http.EventStreams;
import dev.toolsmith.runtime.transport.http.Streaming;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The streams of clients that listen for changes. One ends once its client would not be let in any more, or its server is
 * paused: at once when the server is changed, within a second when a time is over or an API token is revoked.
 */
public final class OpenStreams implements AutoCloseable {

    private static final int MOST = 1_000;
    private static final int MOST_OF_ONE_URL = 20;
    private static final long PERIOD_MILLIS = 1_000;

    private final CallParts parts;
    private final EventStreams streams = new EventStreams(MOST, MOST_OF_ONE_URL);
    private final Map<Subscription, Access> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "open-streams");
        thread.setDaemon(true);
        return thread;
    });

    OpenStreams(CallParts parts) {
        this.parts = parts;
        parts.servers().directory().onChange(this::endThoseOver);
        Future<?> unused = schedule.scheduleWithFixedDelay(
                this::endThoseOver, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** On what terms a caller may open one. */
    Streaming of(Access access) {
        return new Streaming(streams, access.token().id(), subscription -> opened(access, subscription), true);
    }

    private void opened(Access access, Subscription subscription) {
        open.put(subscription, access);
        CompletionStage<Void> unused = subscription.over().thenRun(() -> open.remove(subscription));
        endIfOver(subscription, access);
    }

    private void endThoseOver() {
        open.forEach(this::endIfOver);
    }

    private void endIfOver(Subscription subscription, Access access) {
        if (isOver(parts, access)) {
            subscription.end();
        }
    }

    /** Whether a caller hears nothing more. */
    static boolean isOver(CallParts parts, Access access) {
        return access.isOver(parts.clock().instant(), parts.apiTokens())
                || access.live().server().paused();
    }

    /** How many there are. */
    int count() {
        return open.size();
    }

    /** Ends all, and lets none be opened any more. */
    @Override
    public void close() {
        schedule.shutdownNow();
        streams.close();
    }
}
