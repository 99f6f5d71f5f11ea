package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.text.ShortText;
import dev.toolsmith.runtime.tool.InputRequest;
import dev.toolsmith.runtime.tool.InputResponse;
import dev.toolsmith.runtime.tool.UnansweredException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests to a client of an older revision over its pipe (MCP 2025-11-25, Elicitation), and their responses. Only what
 * the client says for its user is an answer: where nothing comes of a question, it fails, and is taken back if the client
 * may still have it open (MCP 2025-11-25, Cancellation).
 */
final class Questions {

    /** How long a user may think about a question. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String ENDING = "The connection ended before the user had answered.";
    private static final int MOST_OPEN = 64;
    private static final int LONGEST_ERROR = 200;

    private final Peer.Outlet outlet;
    private final Duration patience;
    private final Map<String, CompletableFuture<InputResponse>> open = new ConcurrentHashMap<>();
    private final AtomicLong asked = new AtomicLong();
    private volatile boolean over;

    Questions(Peer.Outlet outlet, Duration patience) {
        this.outlet = outlet;
        this.patience = patience;
    }

    /**
     * Asks, and takes the question back when what it is asked for is cancelled.
     *
     * @return completes with what the client says for its user, or fails with {@link UnansweredException}
     */
    CompletableFuture<InputResponse> ask(InputRequest request, CompletableFuture<Void> cancelled) {
        if (outlet.isFull()) {
            return never("The client has left too much unread to be asked. Call again when it has caught up.");
        }
        if (open.size() >= MOST_OPEN) {
            return never(MOST_OPEN + " questions wait for the user already. Call again when some are answered.");
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
        CompletionStage<Void> unused = cancelled.thenRun(() -> takeBack(id, "The call was cancelled."));
        if (over) {
            takeBack(id, ENDING);
        }
        return response.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure ->
                        CompletableFuture.failedFuture(failure instanceof TimeoutException ? tooLate(id) : failure))
                .thenCompose(said -> InputResponses.checked(request, said));
    }

    private UnansweredException tooLate(String id) {
        if (open.remove(id) != null) {
            cancel(id);
        }
        return UnansweredException.asked("The user did not answer within " + patience.toSeconds()
                + " s; the question was taken back. Call again when the user is there.");
    }

    /** Takes a client's message that answers a request of ours; one to an unknown request means nothing. */
    void answered(Message.Response message) {
        Optional<String> id = message.id();
        CompletableFuture<InputResponse> response = id.isPresent() ? open.remove(id.get()) : null;
        if (response == null) {
            return;
        }
        Optional<byte[]> result = message.result();
        if (result.isPresent()) {
            response.complete(InputResponses.of(result.get()));
        } else {
            String error = ShortText.of(message.error(), LONGEST_ERROR);
            response.completeExceptionally(UnansweredException.asked(
                    error.isEmpty()
                            ? "The client answered the question with an error."
                            : "The client answered the question with an error: \"" + error + "\"."));
        }
    }

    /** Takes all questions back, and every later one, since no response would be read. */
    void end() {
        over = true;
        for (String id : open.keySet()) {
            takeBack(id, ENDING);
        }
    }

    private void takeBack(String id, String why) {
        CompletableFuture<InputResponse> response = open.remove(id);
        if (response != null) {
            cancel(id);
            response.completeExceptionally(UnansweredException.asked(why));
        }
    }

    private void cancel(String id) {
        outlet.send(new JsonBytes(128)
                .json("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":")
                .string(id)
                .json("}}")
                .toBytes());
    }

    private static CompletableFuture<InputResponse> never(String why) {
        return CompletableFuture.failedFuture(UnansweredException.neverAsked(why));
    }
}
