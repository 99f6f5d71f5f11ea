package dev.toolsmith.runtime.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The other side of a connection, as far as the protocol has to remember it: over a pipe for as long as the process
 * lives, over HTTP for one exchange.
 */
public final class Peer {

    private final Optional<RequestHeaders> headers;
    private final CompletableFuture<Void> gone;
    private final Map<CompletableFuture<Void>, String> inFlight = new ConcurrentHashMap<>();
    private volatile String clientName = "";

    private Peer(Optional<RequestHeaders> headers, CompletableFuture<Void> gone) {
        this.headers = headers;
        this.gone = gone;
    }

    /** A client that speaks over one pipe for as long as it lives. */
    public static Peer overPipe() {
        return new Peer(Optional.empty(), new CompletableFuture<>());
    }

    /**
     * A client that sent one HTTP request.
     *
     * @param gone completed when the client has closed its connection
     */
    public static Peer overHttp(RequestHeaders headers, CompletableFuture<Void> gone) {
        return new Peer(Optional.of(headers), gone);
    }

    /** Cancels all that this client still waits for. */
    public void leave() {
        gone.complete(null);
        for (CompletableFuture<Void> each : inFlight.keySet()) {
            each.complete(null);
        }
    }

    Optional<RequestHeaders> headers() {
        return headers;
    }

    Optional<String> protocolVersionHeader() {
        return headers.isPresent() ? headers.get().protocolVersion() : Optional.empty();
    }

    String clientName() {
        return clientName;
    }

    void introduce(String name) {
        clientName = name;
    }

    /** A signal for one request: its own over a pipe, the connection's over HTTP. */
    CompletableFuture<Void> begin(byte[] id) {
        if (headers.isPresent() || gone.isDone()) {
            return gone;
        }
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        inFlight.put(cancelled, key(id));
        return cancelled;
    }

    void end(CompletableFuture<Void> cancelled) {
        inFlight.remove(cancelled);
    }

    /** Takes back what is still on its way under an id. */
    void cancel(byte[] id) {
        String wanted = key(id);
        for (Map.Entry<CompletableFuture<Void>, String> each : inFlight.entrySet()) {
            if (each.getValue().equals(wanted)) {
                each.getKey().complete(null);
            }
        }
    }

    private static String key(byte[] id) {
        return new String(id, StandardCharsets.UTF_8);
    }
}
