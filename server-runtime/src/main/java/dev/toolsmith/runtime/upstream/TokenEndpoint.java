package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.upstream.ClientGrant.Method;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Asks for tokens: at first by HTTP Basic authentication, which every server has to take, and where that is refused with
 * the client's secret in the form; what an address took once, it is asked by from then on. Follows no redirects.
 */
final class TokenEndpoint {

    private static final int MOST_BYTES = 64 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_WORD = 80;
    private static final int LONGEST_MESSAGE = 300;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    /**
     * A token as it came.
     *
     * @param life how long it is good for; empty when the answer does not say
     */
    record Granted(Secret token, Optional<Duration> life) {}

    private final UpstreamClient client;
    private final String userAgent;
    private final UpstreamLimits limits;
    private final Set<URI> takingForms = ConcurrentHashMap.newKeySet();

    TokenEndpoint(UpstreamClient client, String userAgent) {
        this.client = client;
        this.userAgent = userAgent;
        UpstreamLimits calls = client.limits();
        this.limits = new UpstreamLimits(
                calls.deadline().compareTo(PATIENCE) < 0 ? calls.deadline() : PATIENCE,
                calls.connectTimeout(),
                MOST_BYTES,
                calls.maxResultBytes(),
                calls.maxBytesInFlight(),
                calls.maxConnections());
    }

    /** Asks; the future fails with {@link TokenFailure}, but for faults of our own. */
    CompletableFuture<Granted> ask(ClientGrant grant, BooleanSupplier maySend) {
        boolean form = takingForms.contains(grant.tokenUrl());
        Method first = form ? Method.POST : Method.BASIC;
        Method second = form ? Method.BASIC : Method.POST;
        CompletableFuture<Granted> granted = new CompletableFuture<>();
        ask(grant, first, maySend, (token, failure) -> {
            if (failure instanceof TokenFailure refused && isOfTheMethod(refused)) {
                ask(grant, second, maySend, (other, why) -> settle(granted, other, better(refused, why)));
            } else {
                settle(granted, token, failure);
            }
        });
        return granted;
    }

    private interface Ended {
        void with(@Nullable Granted token, @Nullable Throwable failure);
    }

    private void ask(ClientGrant grant, Method method, BooleanSupplier maySend, Ended ended) {
        URI url = grant.tokenUrl();
        long deadline = System.nanoTime() + limits.deadline().toNanos();
        CompletableFuture<?> unused = new Sender(client, url, userAgent, limits)
                .send(grant.request(method), new CompletableFuture<>(), maySend, Arrival.UNHEARD, deadline)
                .thenApply(answer -> granted(answer, new Quotation(grant.secrets())))
                .whenComplete((token, failure) -> {
                    if (token != null && method == Method.POST) {
                        takingForms.add(url);
                    }
                    ended.with(token, failure == null ? null : told(failure));
                });
    }

    private static void settle(
            CompletableFuture<Granted> granted, @Nullable Granted token, @Nullable Throwable failure) {
        if (failure != null) {
            granted.completeExceptionally(failure);
        } else {
            granted.complete(token);
        }
    }

    private static Throwable told(Throwable failure) {
        Throwable cause = Failures.cause(failure);
        return cause instanceof UpstreamFailure known ? TokenFailure.of(known.reason()) : cause;
    }

    /** Whether another way to say who the client is may help. */
    private static boolean isOfTheMethod(TokenFailure refused) {
        return refused.status() == UNAUTHORIZED
                || (refused.status() == BAD_REQUEST
                        && (refused.isOf("invalid_client") || refused.isOf("invalid_request")));
    }

    /** Which of two refusals says more: the one that speaks of the client. */
    private static @Nullable Throwable better(TokenFailure first, @Nullable Throwable second) {
        boolean saysMore = second instanceof TokenFailure refused
                && (refused.isOf("invalid_client") || !first.isOf("invalid_client"));
        return second == null || saysMore || !(second instanceof TokenFailure) ? second : first;
    }

    private static Granted granted(HttpAnswer answer, Quotation quote) {
        JsonNode body;
        try {
            body = JsonTree.read(answer.body());
        } catch (JacksonException e) {
            throw TokenFailure.refused(answer.status(), "", "");
        }
        String token = body.path("access_token").asString("");
        String type = body.path("token_type").asString("bearer");
        if (!answer.isSuccess() || token.isEmpty() || !type.equalsIgnoreCase("bearer")) {
            throw TokenFailure.refused(
                    answer.status(),
                    quote.of(body.path("error").asString(""), LONGEST_WORD),
                    quote.of(body.path("error_description").asString(""), LONGEST_MESSAGE));
        }
        Secret secret = Secret.part(token);
        if (!secret.fitsHeader()) {
            throw TokenFailure.refused(answer.status(), "", "");
        }
        return new Granted(secret, life(body.path("expires_in")));
    }

    /** A number, or as some write it, a number in a text. */
    private static Optional<Duration> life(JsonNode seconds) {
        long life = seconds.asLong(-1);
        return life < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.min(life, Integer.MAX_VALUE)));
    }
}
