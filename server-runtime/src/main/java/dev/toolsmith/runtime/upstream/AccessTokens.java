package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.upstream.TokenEndpoint.Granted;
import dev.toolsmith.runtime.upstream.UpstreamFailure.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The tokens of clients, in memory only, until shortly before they end, an hour at most. Calls that need one that is being
 * asked for wait for it together, and a refusal of the client is told to those that come soon after. What a token was got with is not held: only a digest of it, made with a salt of this
 * process.
 */
final class AccessTokens {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration UNTOLD = Duration.ofMinutes(5);
    private static final Duration REFUSED = Duration.ofSeconds(5);
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final int SALT_BYTES = 32;
    private static final int MARGIN_PART = 10;

    private final UpstreamClient client;
    private final TokenEndpoint endpoint;
    private final byte[] salt = new byte[SALT_BYTES];
    private final Map<String, CompletableFuture<AccessToken>> tokens = new ConcurrentHashMap<>();

    AccessTokens(UpstreamClient client, String userAgent) {
        this.client = client;
        this.endpoint = new TokenEndpoint(client, userAgent);
        new SecureRandom().nextBytes(salt);
    }

    /**
     * A token for a call.
     *
     * @param deadline until when the call waits, in nanoseconds of {@link System#nanoTime}
     * @param maySend asked before a token is asked for on this call's behalf
     * @return fails with {@link TokenFailure}, but for faults of our own
     */
    CompletableFuture<AccessToken> of(
            ClientGrant grant, long deadline, CompletableFuture<Void> cancelled, BooleanSupplier maySend) {
        String key = keyOf(grant);
        CompletableFuture<AccessToken> own = new CompletableFuture<>();
        CompletableFuture<AccessToken> shared =
                tokens.compute(key, (same, held) -> held != null && isOfUse(held) ? held : own);
        if (shared == own) {
            fetch(grant, key, own, maySend);
        }
        if (shared.isDone() && !shared.isCompletedExceptionally()) {
            return shared;
        }
        return waiting(shared, deadline, cancelled).exceptionallyCompose(failure -> {
            boolean othersAffair = shared != own
                    && Failures.cause(failure) instanceof TokenFailure why
                    && why.reason().filter(reason -> reason == Reason.STOPPED).isPresent();
            return othersAffair
                    ? of(grant, deadline, cancelled, maySend)
                    : CompletableFuture.failedFuture(Failures.cause(failure));
        });
    }

    /** Forgets a token that the API refused, unless there is another by now. */
    void drop(AccessToken token) {
        tokens.computeIfPresent(token.key(), (key, held) -> isThat(held, token) ? null : held);
    }

    int held() {
        return tokens.size();
    }

    /** Of failures only those are held that are to be told again. */
    private static boolean isOfUse(CompletableFuture<AccessToken> held) {
        return !held.isDone() || held.isCompletedExceptionally() || held.join().isGood(System.nanoTime());
    }

    @SuppressWarnings("ReferenceEquality") // what is asked for is this very token
    private static boolean isThat(CompletableFuture<AccessToken> held, AccessToken token) {
        return held.isDone() && !held.isCompletedExceptionally() && held.join() == token;
    }

    private void fetch(ClientGrant grant, String key, CompletableFuture<AccessToken> waiting, BooleanSupplier maySend) {
        long asked = System.nanoTime();
        CompletableFuture<Granted> answer;
        try {
            answer = endpoint.ask(grant, maySend);
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<?> unused = answer.handle((granted, failure) -> {
            if (failure != null) {
                Throwable cause = Failures.cause(failure);
                if (cause instanceof TokenFailure refused && refused.isOfClient()) {
                    client.after(REFUSED.toMillis(), () -> tokens.remove(key, waiting));
                } else {
                    tokens.remove(key, waiting);
                }
                return waiting.completeExceptionally(cause);
            }
            Duration life = lifeOf(granted);
            client.after(life.toMillis() + 1, () -> tokens.remove(key, waiting));
            return waiting.complete(new AccessToken(granted.token(), key, asked, asked + life.toNanos()));
        });
    }

    private static Duration lifeOf(Granted granted) {
        Duration told = granted.life().orElse(UNTOLD);
        Duration tenth = told.dividedBy(MARGIN_PART);
        Duration left = told.minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN);
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }

    private CompletableFuture<AccessToken> waiting(
            CompletableFuture<AccessToken> shared, long deadline, CompletableFuture<Void> cancelled) {
        CompletableFuture<AccessToken> mine = shared.copy();
        CompletableFuture<?> unused =
                cancelled.thenRun(() -> mine.completeExceptionally(TokenFailure.of(Reason.CANCELLED)));
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        client.after(Math.max(0, left), () -> mine.completeExceptionally(TokenFailure.of(Reason.TIMEOUT)));
        return mine;
    }

    private String keyOf(ClientGrant grant) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            update(digest, grant.tokenUrl().toString());
            update(digest, grant.client().id());
            update(digest, grant.client().secret().reveal());
            update(digest, grant.client().scope());
            update(digest, grant.client().audience());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
