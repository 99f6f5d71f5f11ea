package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ListChanges;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The other side of a connection, as far as the protocol has to remember it: over a pipe for as long as the process
 * lives, over HTTP for one exchange.
 */
public final class Peer {

    private final Optional<RequestHeaders> headers;
    private final CompletableFuture<Void> gone;
    private final Set<Waiting> inFlight = ConcurrentHashMap.newKeySet();
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final Optional<Outlet> outlet;
    private final List<ListChanges.Listening> listening = new ArrayList<>();
    private final Optional<Outlet> duringRequests;
    private final Optional<Questions> questions;
    private volatile RawObject capabilities = RawObject.EMPTY;
    private volatile CallOrigin origin;
    private volatile boolean knowsAudio = true;

    /** Takes messages to a client that has not asked for them. */
    @FunctionalInterface
    public interface Outlet {

        /** Whether so much waits for the client that nothing should be sent that it can do without. */
        default boolean isFull() {
            return false;
        }

        /** Sends a message; must not wait for the client. */
        void send(byte[] message);
    }

    private Peer(
            Optional<RequestHeaders> headers,
            CallOrigin origin,
            CompletableFuture<Void> gone,
            Optional<Outlet> outlet,
            Optional<Outlet> duringRequests,
            Optional<Questions> questions) {
        this.headers = headers;
        this.outlet = outlet;
        this.duringRequests = duringRequests;
        this.questions = questions;
        this.origin = origin;
        this.gone = gone;
    }

    /** A client that speaks over one pipe for as long as it lives. */
    public static Peer overPipe() {
        return new Peer(
                Optional.empty(),
                CallOrigin.UNKNOWN,
                new CompletableFuture<>(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A client that speaks over one pipe for as long as it lives, and can be told of changes on it. */
    public static Peer overPipe(Outlet outlet) {
        return overPipe(outlet, Questions.PATIENCE);
    }

    /**
     * The same.
     *
     * @param patience how long its user may think about a question
     */
    static Peer overPipe(Outlet outlet, Duration patience) {
        return new Peer(
                Optional.empty(),
                CallOrigin.UNKNOWN,
                new CompletableFuture<>(),
                Optional.of(outlet),
                Optional.of(outlet),
                Optional.of(new Questions(outlet, patience)));
    }

    /**
     * A client that sent one HTTP request.
     *
     * @param gone completed when the client has closed its connection
     */
    public static Peer overHttp(RequestHeaders headers, CompletableFuture<Void> gone) {
        return overHttp(headers, CallOrigin.UNKNOWN, gone);
    }

    /**
     * A client that sent one HTTP request and may have introduced itself in another.
     *
     * @param origin what is known of it
     * @param gone completed when the client has closed its connection
     */
    public static Peer overHttp(RequestHeaders headers, CallOrigin origin, CompletableFuture<Void> gone) {
        return new Peer(Optional.of(headers), origin, gone, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A client that sent one HTTP request, may have introduced itself in another, and can be told something before its
     * answer.
     *
     * @param origin what is known of it
     * @param gone completed when the client has closed its connection
     * @param before takes what is told before the answer
     */
    public static Peer overHttp(
            RequestHeaders headers, CallOrigin origin, CompletableFuture<Void> gone, Outlet before) {
        return new Peer(Optional.of(headers), origin, gone, Optional.empty(), Optional.of(before), Optional.empty());
    }

    /** What the client has said of itself so far. */
    public CallOrigin origin() {
        return origin;
    }

    /** Cancels all that this client still waits for. */
    public void leave() {
        gone.complete(null);
        stopListening();
        endQuestions();
        for (Waiting each : inFlight) {
            each.cancelled().complete(null);
        }
    }

    /** Waits for no response of this client any more: every question has no answer, also each that is still to come. */
    public void endQuestions() {
        if (questions.isPresent()) {
            questions.get().end();
        }
    }

    /** What this client can be asked by; only for one that messages reach which it has not asked for. */
    Questions questions() {
        return questions.orElseThrow();
    }

    /** Takes what belongs to a request that is not answered yet, where the client can be told anything before the answer. */
    Optional<Outlet> duringRequests() {
        return duringRequests;
    }

    /** What the client has declared when it introduced itself. */
    RawObject capabilities() {
        return capabilities;
    }

    /**
     * Ends all that this client listens to, and tells it so.
     *
     * @return whether there was any that it is told of
     */
    public boolean endSubscriptions() {
        stopListening();
        boolean any = !subscriptions.isEmpty();
        for (Subscription each : subscriptions) {
            each.end();
        }
        return any;
    }

    /** How many subscriptions this client has. */
    public int subscriptions() {
        return subscriptions.size();
    }

    void listens(Subscription subscription) {
        subscriptions.add(subscription);
    }

    void listensNoMore(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    /** Whether messages that it has not asked for reach it: by the older revisions' HTTP, as it is served here, none do. */
    boolean canBeTold() {
        return outlet.isPresent();
    }

    /** Tells a client of an older revision of every change from now on, where it can be told. */
    synchronized void tellOf(List<ChangingList> lists) {
        if (outlet.isEmpty() || !listening.isEmpty() || gone.isDone()) {
            return;
        }
        Outlet to = outlet.get();
        for (ChangingList list : lists) {
            byte[] notification = list.notification();
            listening.add(list.changes().listen(() -> to.send(notification)));
        }
    }

    private synchronized void stopListening() {
        for (ListChanges.Listening each : listening) {
            each.close();
        }
    }

    Optional<RequestHeaders> headers() {
        return headers;
    }

    Optional<String> protocolVersionHeader() {
        return headers.isPresent() ? headers.get().protocolVersion() : Optional.empty();
    }

    /** Agrees on a revision: audio content came with 2025-03-26 (MCP 2025-03-26, Key changes). */
    void agree(String revision) {
        knowsAudio = !revision.equals(Revision.WITHOUT_AUDIO);
    }

    /** Whether content may be audio. */
    boolean knowsAudio() {
        return knowsAudio;
    }

    void introduce(String name, String version, RawObject declared) {
        origin = new CallOrigin(name, version, origin.agentRunId());
        capabilities = declared;
    }

    /** Remembers a request until it is answered: over HTTP it is the connection that cancels it. */
    Waiting begin(byte[] id) {
        if (headers.isPresent() || gone.isDone()) {
            return new Waiting(id, gone);
        }
        Waiting waiting = new Waiting(id, new CompletableFuture<>());
        inFlight.add(waiting);
        return waiting;
    }

    void end(Waiting waiting) {
        inFlight.remove(waiting);
    }

    /** Takes back what is still on its way under an id. */
    void cancel(byte[] id) {
        for (Waiting each : inFlight) {
            if (Arrays.equals(each.id(), id)) {
                each.cancelled().complete(null);
            }
        }
    }

    /** A request that is not answered yet; equal to itself alone, as clients may use an id twice. */
    static final class Waiting {

        private final byte[] id;
        private final CompletableFuture<Void> cancelled;

        Waiting(byte[] id, CompletableFuture<Void> cancelled) {
            this.id = id;
            this.cancelled = cancelled;
        }

        byte[] id() {
            return id;
        }

        CompletableFuture<Void> cancelled() {
            return cancelled;
        }
    }
}
