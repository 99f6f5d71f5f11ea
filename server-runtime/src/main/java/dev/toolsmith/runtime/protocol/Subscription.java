package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.ListChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One client's listening for changes of lists (MCP 2026-07-28, Subscriptions), from its acknowledgement to its
 * end. A transport writes the acknowledgement, which is the body of the {@link Answer}, and then starts it; whoever closes
 * the client's access ends it. Safe for many threads.
 */
public final class Subscription {

    /** Takes a subscription's messages to the client, in their order; it must not wait for the client. */
    public interface Sink {

        /** Sends a message. */
        void send(byte[] message);

        /** Sends the last message; nothing follows. */
        void end(byte[] message);
    }

    /**
     * A list that is listened to.
     *
     * @param notification the whole message that tells of a change
     */
    record Heard(ListChanges changes, byte[] notification) {}

    private final byte[] id;
    private final byte[] result;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final List<ListChanges.Listening> listening = new ArrayList<>();
    private final List<Heard> untold = new ArrayList<>();
    private @Nullable Sink sink;
    private boolean ended;

    private Subscription(byte[] id, byte[] result) {
        this.id = id;
        this.result = result;
    }

    /** One that hears of changes from now on. */
    static Subscription to(List<Heard> lists, byte[] id, byte[] result) {
        Subscription subscription = new Subscription(id, result);
        for (Heard each : lists) {
            subscription.listening.add(each.changes().listen(() -> subscription.changed(each)));
        }
        return subscription;
    }

    /** One to nothing that this server tells of: it ends as soon as it is started. */
    static Subscription toNothing(byte[] id, byte[] result) {
        Subscription subscription = new Subscription(id, result);
        subscription.ended = true;
        return subscription;
    }

    /** Sends what there is to tell from now on, and what changed since the client asked. */
    public synchronized void start(Sink to) {
        sink = to;
        if (over.isDone()) {
            return;
        }
        if (ended) {
            finish(to);
        } else {
            untold.forEach(each -> to.send(each.notification()));
        }
        untold.clear();
    }

    private synchronized void changed(Heard list) {
        if (ended || over.isDone()) {
            return;
        }
        if (sink == null) {
            untold.remove(list);
            untold.add(list);
        } else {
            sink.send(list.notification());
        }
    }

    /** Ends it from this side, as when the server stops or the client's access is over: the client is told. */
    public synchronized void end() {
        stopListening();
        boolean first = !ended;
        ended = true;
        if (first && sink != null && !over.isDone()) {
            finish(sink);
        }
    }

    /** Ends it because the client has gone or wants no more; it is told nothing. */
    public synchronized void cancel() {
        stopListening();
        ended = true;
        over.complete(null);
    }

    private void finish(Sink to) {
        to.end(result);
        over.complete(null);
    }

    private void stopListening() {
        listening.forEach(ListChanges.Listening::close);
    }

    /** Completes when it has ended, whoever ended it. */
    public CompletionStage<Void> over() {
        return over.minimalCompletionStage();
    }

    /** Takes it back before it is started, and answers the client's request with an error instead. */
    public Answer refused(String why) {
        cancel();
        return AnswerWriter.tooMany(id, why);
    }
}
