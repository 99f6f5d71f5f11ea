package dev.toolsmith.runtime.tool;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** The client that made a call, as far as a call may speak with it. Safe for many threads. */
public interface CallClient {

    /** One that wants to hear nothing and cannot be asked. */
    CallClient NONE = new SilentClient();

    /** Completed when the client has gone or has cancelled its request; never completed otherwise. */
    CompletableFuture<Void> cancelled();

    /** Whether anybody reads {@link #progress}. */
    boolean wantsProgress();

    /**
     * Tells how far the call has come; told to nobody when the client has not asked for it, when less is told than before,
     * when it comes too soon after what was told last, and once the call has been answered.
     *
     * @param done more than was told before, in whatever the call counts in
     * @param total what {@code done} comes to at the end; empty when that is unknown
     * @param message what is going on, in a few words for people; empty for none
     */
    void progress(long done, OptionalLong total, String message);

    /** Whether its user can be asked by a form (MCP 2026-07-28, Elicitation, form mode). */
    boolean canConfirm();

    /** Whether it has declared that it can be asked such a thing, and can be reached. */
    boolean canBeAsked(InputRequest request);

    /**
     * Asks the client for something.
     *
     * @param key names the question within the call
     * @return completes with the response that belongs to the question; fails with {@link InputRequiredException} when the
     *     client has to be asked by the answer to its request, upon which the whole call comes again with the response, with
     *     {@link MissingCapabilityException} when the client of a revision that has an error for it has not declared that it
     *     can be asked such a thing, with {@link UnansweredException} when it cannot be asked for another reason, or has
     *     been and there is no answer, and with {@link UsedAgreementException} when the user agreed to it, and that was
     *     used by an earlier request already
     */
    CompletableFuture<InputResponse> ask(String key, InputRequest request);

    /**
     * The response that the request carried under a key, be there a question of ours that it answers or not. Looking at it
     * uses nothing up: what is to be done once at most needs the response that {@link #ask} gives.
     */
    Optional<InputResponse> response(String key);

    /**
     * What the call itself had kept with the client by {@link InputRequiredException#state}, when it comes again: sealed
     * by this server for this very request. Present exactly when the request carried a sealed state.
     */
    Optional<String> state();
}
