package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.upstream.GivenCredential.Client;
import dev.toolsmith.runtime.upstream.request.HttpCall;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls to one API with what they authenticate by. A token that a client needs is got first, within the call's
 * deadline; one that the API refuses is forgotten, and when it was an older one, the call, of which a 401 says that it
 * was not carried out, is sent once more with a new one.
 */
final class AuthenticatedSender {

    private static final int UNAUTHORIZED = 401;

    /**
     * An answer, and what must not be quoted of it.
     *
     * @param secrets what the call was sent with
     */
    record Answered(HttpAnswer answer, List<Secret> secrets) {}

    private final Sender sender;
    private final AccessTokens tokens;
    private final URI base;
    private final Optional<URI> tokenUrl;
    private final long patience;

    AuthenticatedSender(Sender sender, AccessTokens tokens, ApiEndpoint endpoint, UpstreamLimits limits) {
        this.sender = sender;
        this.tokens = tokens;
        this.base = endpoint.baseUrl();
        this.tokenUrl = endpoint.tokenUrl();
        this.patience = limits.deadline().toNanos();
    }

    /** Sends a call; the future fails with {@link UpstreamFailure} or {@link TokenFailure}, but for faults of our own. */
    CompletableFuture<Answered> send(
            HttpCall call,
            List<SchemeUse> uses,
            CompletableFuture<Void> cancelled,
            BooleanSupplier maySend,
            Arrival arrival) {
        return new Sending(call, uses, cancelled, maySend, arrival).send(true);
    }

    private final class Sending {

        private final HttpCall call;
        private final List<SchemeUse> uses;
        private final CompletableFuture<Void> cancelled;
        private final BooleanSupplier maySend;
        private final Arrival arrival;
        private final long begun = System.nanoTime();
        private final long deadline = begun + patience;

        Sending(
                HttpCall call,
                List<SchemeUse> uses,
                CompletableFuture<Void> cancelled,
                BooleanSupplier maySend,
                Arrival arrival) {
            this.call = call;
            this.uses = uses;
            this.cancelled = cancelled;
            this.maySend = maySend;
            this.arrival = arrival;
        }

        CompletableFuture<Answered> send(boolean mayRepeat) {
            HttpCall whole = call;
            List<Secret> secrets = new ArrayList<>();
            @Nullable SchemeUse ofClient = null;
            for (SchemeUse use : uses) {
                secrets.addAll(use.secrets());
                if (use.key() instanceof Client) {
                    ofClient = use;
                } else {
                    whole = use.onto(whole);
                }
            }
            return ofClient == null ? sent(whole, secrets) : sent(whole, secrets, ofClient, mayRepeat);
        }

        private CompletableFuture<Answered> sent(HttpCall whole, List<Secret> secrets) {
            return sender.send(whole, cancelled, maySend, arrival, deadline)
                    .thenApply(answer -> new Answered(answer, List.copyOf(secrets)));
        }

        private CompletableFuture<Answered> sent(
                HttpCall whole, List<Secret> secrets, SchemeUse ofClient, boolean mayRepeat) {
            return token(ofClient).thenCompose(token -> {
                secrets.add(token.value());
                return sent(ofClient.with(whole, token.value()), secrets)
                        .thenCompose(answered -> judged(answered, token, mayRepeat));
            });
        }

        private CompletableFuture<Answered> judged(Answered answered, AccessToken token, boolean mayRepeat) {
            if (answered.answer().status() != UNAUTHORIZED) {
                return CompletableFuture.completedFuture(answered);
            }
            tokens.drop(token);
            return mayRepeat && !token.isNewerThan(begun) ? send(false) : CompletableFuture.completedFuture(answered);
        }

        private CompletableFuture<AccessToken> token(SchemeUse use) {
            Optional<URI> url = tokenUrl.or(() -> TokenUrl.of(use.scheme().tokenUrl(), base));
            if (url.isEmpty()) {
                return CompletableFuture.failedFuture(TokenFailure.unsafe());
            }
            return tokens.of(new ClientGrant(url.get(), (Client) use.key()), deadline, cancelled, maySend);
        }
    }
}
