package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.text.WordKey;
import dev.toolsmith.runtime.tool.UsedAgreementException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * What requests keep with their clients until they come again (MCP 2026-07-28, Multi Round-Trip Requests,
 * {@code requestState}): sealed for ten minutes, for the same caller, method, name and arguments.
 */
final class RequestStates {

    static final String STATE = "requestState";
    static final String RESPONSES = "inputResponses";

    private static final String PURPOSE = "request-state";
    private static final long LASTS_MILLIS = 600_000;
    private static final int MAC_BYTES = 32;
    private static final int NONCE_BYTES = 16;
    private static final int HEAD_BYTES = MAC_BYTES + Long.BYTES + NONCE_BYTES;
    private static final byte[] NO_ARGUMENTS = {'{', '}'};

    private final WordKey key;
    private final UsedStates used;
    private final StateOwner owner;
    private final Clock clock;

    /**
     * States of one caller's requests.
     *
     * @param used those that were agreed to
     * @param owner whom they are for
     */
    RequestStates(WordKey key, UsedStates used, StateOwner owner, Clock clock) {
        this.key = key;
        this.used = used;
        this.owner = owner;
        this.clock = clock;
    }

    /** A word that the client gives back with the request. */
    String sealed(Message.Request request, Optional<String> state) {
        byte[] text = state.orElse("").getBytes(StandardCharsets.UTF_8);
        UUID nonce = UUID.randomUUID();
        byte[] until = ByteBuffer.allocate(Long.BYTES + NONCE_BYTES)
                .putLong(clock.millis() + LASTS_MILLIS)
                .putLong(nonce.getMostSignificantBits())
                .putLong(nonce.getLeastSignificantBits())
                .array();
        byte[] word = ByteBuffer.allocate(HEAD_BYTES + text.length)
                .put(mac(request, until, text))
                .put(until)
                .put(text)
                .array();
        return encoded(word);
    }

    /** Why a request may not carry what it carries of an earlier round; empty when it may. */
    Optional<Reply.Failure> problem(Message.Request request) {
        Optional<RawValue> responses = request.params().get(RESPONSES);
        if (responses.isPresent() && !responses.get().isObject()) {
            return wrong("\"inputResponses\" must be an object");
        }
        Optional<RawValue> state = request.params().get(STATE);
        if (state.isEmpty()) {
            return Optional.empty();
        }
        if (!state.get().isString()) {
            return wrong("\"requestState\" must be a string");
        }
        Optional<byte[]> opened = opened(request, state.get().text());
        if (opened.isEmpty()) {
            return wrong("\"requestState\" is not what this server gave for this request."
                    + " Send the request without it to begin anew");
        }
        return end(opened.get()).isBefore(clock.instant())
                ? wrong("\"requestState\" has expired. Send the request without it to begin anew")
                : Optional.empty();
    }

    private static Instant end(byte[] opened) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(opened).getLong(MAC_BYTES));
    }

    /**
     * Uses what the user of a request without {@link #problem} agreed to, which can be done once; there is nothing to use
     * where it carries no state.
     *
     * @return completes once nobody can use it again; fails with {@link UsedAgreementException} when it was used before
     */
    CompletableFuture<Void> use(Message.Request request) {
        Optional<byte[]> opened = request.params().string(STATE).flatMap(word -> opened(request, word));
        if (opened.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        byte[] mark = Arrays.copyOf(opened.get(), MAC_BYTES);
        return used.use(mark, end(opened.get()), clock.instant())
                .thenCompose(isFirst -> isFirst
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.failedFuture(
                                new UsedAgreementException("\"requestState\" was used before: what a user agrees to is"
                                        + " good for one time, whatever came of it. Nothing was sent now."
                                        + " Send the request without it to begin anew")));
    }

    private static Optional<Reply.Failure> wrong(String what) {
        return Optional.of(Reply.Failure.invalidParams("Invalid params: ".concat(what)));
    }

    /** What a request without {@link #problem} keeps; empty when it carries no state. */
    Optional<String> of(Message.Request request) {
        Optional<String> word = request.params().string(STATE);
        return word.isEmpty()
                ? Optional.empty()
                : opened(request, word.get())
                        .map(whole -> new String(whole, HEAD_BYTES, whole.length - HEAD_BYTES, StandardCharsets.UTF_8));
    }

    /** The bytes of a word that was sealed for this very request. */
    private Optional<byte[]> opened(Message.Request request, String word) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(word);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (whole.length < HEAD_BYTES || !encoded(whole).equals(word)) {
            return Optional.empty();
        }
        byte[] until = Arrays.copyOfRange(whole, MAC_BYTES, HEAD_BYTES);
        byte[] text = Arrays.copyOfRange(whole, HEAD_BYTES, whole.length);
        return MessageDigest.isEqual(mac(request, until, text), Arrays.copyOf(whole, MAC_BYTES))
                ? Optional.of(whole)
                : Optional.empty();
    }

    private static String encoded(byte[] word) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(word);
    }

    private byte[] mac(Message.Request request, byte[] until, byte[] text) {
        Optional<RawValue> arguments = request.params().get("arguments");
        return key.mac(
                PURPOSE,
                owner.word().getBytes(StandardCharsets.UTF_8),
                request.method().getBytes(StandardCharsets.UTF_8),
                ModernRules.name(request).orElse("").getBytes(StandardCharsets.UTF_8),
                JsonTree.canonical(arguments.isPresent() ? arguments.get().copy() : NO_ARGUMENTS),
                until,
                text);
    }
}
