package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.InputRequest;
import dev.toolsmith.runtime.tool.InputResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests to a client of an older revision over its pipe (MCP 2025-11-25, Elicitation), and their responses. A question
 * that is refused, comes to nothing within ten minutes, is one too many, or would go to a client that leaves too much
 * unread, counts as one that the user has dismissed.
 */
final class Questions {

    private static final int MOST_OPEN = 64;
    private static final long MINUTES = 10;

    private final Peer.Outlet outlet;
    private final Map<String, CompletableFuture<InputResponse>> open = new ConcurrentHashMap<>();
    private final AtomicLong asked = new AtomicLong();
    private volatile boolean over;

    Questions(Peer.Outlet outlet) {
        this.outlet = outlet;
    }

    /** Asks, and takes the question back when what it is asked for is cancelled. */
    CompletableFuture<InputResponse> ask(InputRequest request, CompletableFuture<Void> cancelled) {
        if (open.size() >= MOST_OPEN || outlet.isFull()) {
            return CompletableFuture.completedFuture(InputResponses.none());
        }
        String id = "ask-".concat(Long.toString(asked.incrementAndGet()));
        CompletableFuture<InputResponse> response = new CompletableFuture<>();
        open.put(id, response);
        outlet.send(new JsonBytes(request.params().length + 96)
                .json("{\"jsonrpc\":\"2.0\",\"id\":")
                .string(id)
                .json(",\"method\":")
                .string(request.method())
                .json(",\"params\":")
                .json(request.params())
                .json("}")
                .toBytes());
        CompletableFuture<Void> unused = cancelled.thenRun(() -> takeBack(id));
        if (over) {
            takeBack(id);
        }
        return response.completeOnTimeout(InputResponses.none(), MINUTES, TimeUnit.MINUTES)
                .whenComplete((given, failure) -> open.remove(id));
    }

    private void takeBack(String id) {
        CompletableFuture<InputResponse> response = open.remove(id);
        if (response != null) {
            outlet.send(new JsonBytes(128)
                    .json("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":")
                    .string(id)
                    .json("}}")
                    .toBytes());
            response.complete(InputResponses.none());
        }
    }

    /** Takes a client's message that answers a request of ours; one to an unknown request means nothing. */
    void answered(Message.Response message) {
        Optional<String> id = message.id();
        CompletableFuture<InputResponse> response = id.isPresent() ? open.remove(id.get()) : null;
        if (response != null) {
            Optional<byte[]> result = message.result();
            response.complete(result.isPresent() ? InputResponses.of(result.get()) : InputResponses.none());
        }
    }

    /** Takes all questions back, and every later one, since no response would be read. */
    void end() {
        over = true;
        for (String id : open.keySet()) {
            takeBack(id);
        }
    }
}
