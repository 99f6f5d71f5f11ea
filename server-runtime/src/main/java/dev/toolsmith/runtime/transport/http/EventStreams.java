package dev.toolsmith.runtime.transport.http;

import dev.toolsmith.runtime.protocol.Subscription;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The subscriptions that an HTTP server holds streams open for: how many there may be, and their common end. */
public final class EventStreams implements AutoCloseable {

    private static final long KEEP_ALIVE_MILLIS = 15_000;
    private static final int MOST = 200;
    private static final int MOST_OF_ONE_PEER = 20;

    private final int most;
    private final int mostOfOnePeer;
    private final long keepAliveMillis;
    private final Set<Subscription> open = new HashSet<>();
    private final Map<String, Integer> byPeer = new HashMap<>();
    private boolean closed;

    /** At most 200 at one time, and 20 of one peer. */
    public EventStreams() {
        this(MOST, MOST_OF_ONE_PEER);
    }

    /**
     * With limits of its own.
     *
     * @param most streams at one time
     * @param mostOfOnePeer streams of one peer at one time
     */
    public EventStreams(int most, int mostOfOnePeer) {
        this(most, mostOfOnePeer, KEEP_ALIVE_MILLIS);
    }

    EventStreams(int most, int mostOfOnePeer, long keepAliveMillis) {
        this.most = most;
        this.mostOfOnePeer = mostOfOnePeer;
        this.keepAliveMillis = keepAliveMillis;
    }

    long keepAliveMillis() {
        return keepAliveMillis;
    }

    /**
     * Takes a subscription in, until it is over.
     *
     * @param peer whose it is, such as an address or a token
     * @return why it may not be opened; empty when it may
     */
    synchronized Optional<String> enter(String peer, Subscription subscription) {
        int ofPeer = byPeer.getOrDefault(peer, 0);
        if (closed) {
            return Optional.of("The server is being stopped.");
        }
        if (ofPeer >= mostOfOnePeer) {
            return Optional.of("You have " + ofPeer + " subscriptions open, and may have no more. Close one first.");
        }
        if (open.size() >= most) {
            return Optional.of("The server has " + most + " subscriptions open, and takes no more. Try again later.");
        }
        open.add(subscription);
        byPeer.put(peer, ofPeer + 1);
        CompletionStage<Void> unused = subscription.over().thenRun(() -> leave(peer, subscription));
        return Optional.empty();
    }

    private synchronized void leave(String peer, Subscription subscription) {
        if (open.remove(subscription)) {
            byPeer.computeIfPresent(peer, (key, count) -> count > 1 ? count - 1 : null);
        }
    }

    /** How many are open. */
    public synchronized int open() {
        return open.size();
    }

    /** Ends every subscription, telling its client so, and takes no more. */
    @Override
    public void close() {
        List<Subscription> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(open);
        }
        all.forEach(Subscription::end);
    }
}
