package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.CallClient;
import dev.toolsmith.runtime.tool.InputRequest;
import dev.toolsmith.runtime.tool.InputRequiredException;
import dev.toolsmith.runtime.tool.InputResponse;
import dev.toolsmith.runtime.tool.MissingCapabilityException;
import dev.toolsmith.runtime.tool.UnansweredException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The client that made one request. */
final class KernelClient implements CallClient {

    private final Era era;
    private final Peer peer;
    private final ClientAbilities abilities;
    private final Optional<Progress> progress;
    private final RawObject responses;
    private final Optional<String> state;
    private final CompletableFuture<Void> cancelled;
    private final Exchange exchange;
    private @Nullable CompletableFuture<Void> agreement;

    /**
     * The sender of a request.
     *
     * @param state what its verified state says
     */
    KernelClient(Exchange exchange, Optional<String> state) {
        this.era = exchange.era();
        this.peer = exchange.peer();
        this.abilities = ClientAbilities.of(exchange);
        this.progress = exchange.progress();
        this.responses = exchange.era() == Era.MODERN
                ? exchange.params().object(RequestStates.RESPONSES).orElse(RawObject.EMPTY)
                : RawObject.EMPTY;
        this.state = state;
        this.cancelled = exchange.cancelled();
        this.exchange = exchange;
    }

    @Override
    public CompletableFuture<Void> cancelled() {
        return cancelled;
    }

    @Override
    public boolean wantsProgress() {
        return progress.isPresent();
    }

    @Override
    public void progress(long done, OptionalLong total, String message) {
        if (progress.isPresent()) {
            progress.get().tell(done, total, message);
        }
    }

    @Override
    public boolean canConfirm() {
        return abilities.hasForms() && canBeReached();
    }

    @Override
    public boolean canBeAsked(InputRequest request) {
        return abilities.allow(request) && canBeReached();
    }

    /** A modern client is asked by the answer to its request, an older one only where messages of our own reach it. */
    private boolean canBeReached() {
        return era == Era.MODERN || peer.canBeTold();
    }

    @Override
    public CompletableFuture<InputResponse> ask(String key, InputRequest request) {
        if (era == Era.LEGACY) {
            return whyNever(request)
                    .<CompletableFuture<InputResponse>>map(
                            why -> CompletableFuture.failedFuture(UnansweredException.neverAsked(why)))
                    .orElseGet(() -> peer.questions().ask(request, cancelled));
        }
        if (!abilities.allow(request)) {
            return CompletableFuture.failedFuture(new MissingCapabilityException(request.capability()));
        }
        Optional<InputResponse> carried = response(key);
        return carried.isPresent()
                ? handedOut(request, carried.get())
                : CompletableFuture.failedFuture(new InputRequiredException(Map.of(key, request), state));
    }

    private CompletableFuture<InputResponse> handedOut(InputRequest request, InputResponse carried) {
        CompletableFuture<InputResponse> checked = InputResponses.checked(request, carried);
        return carried.isAccepted()
                ? checked.thenCompose(response -> agreement().thenApply(used -> response))
                : checked;
    }

    /** Used when it is first asked for, by whatever this request asks: another request with the same state comes too late. */
    private synchronized CompletableFuture<Void> agreement() {
        CompletableFuture<Void> begun = agreement;
        if (begun == null) {
            begun = exchange.states().use(exchange.request());
            agreement = begun;
        }
        return begun;
    }

    /** Why a client of an older revision cannot be asked something, if it cannot. */
    private Optional<String> whyNever(InputRequest request) {
        if (!canBeReached()) {
            return Optional.of(
                    "Over HTTP this server can ask clients of revision 2026-07-28 only, and this client speaks an"
                            + " older one. Use a client of that revision, or this server over stdio, or tell its operator.");
        }
        return abilities.allow(request)
                ? Optional.empty()
                : Optional.of("This client does not let its user be asked (it has not declared "
                        + request.capability().replace("elicitation", "elicitation by forms")
                        + "). Use a client that does, or tell the operator of this server.");
    }

    @Override
    public Optional<InputResponse> response(String key) {
        Optional<RawValue> value = responses.get(key);
        return value.isPresent() && value.get().isObject()
                ? Optional.of(InputResponses.of(value.get().copy()))
                : Optional.empty();
    }

    @Override
    public Optional<String> state() {
        return state;
    }
}
