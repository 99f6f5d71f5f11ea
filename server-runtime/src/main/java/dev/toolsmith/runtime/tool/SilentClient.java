package dev.toolsmith.runtime.tool;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** Nobody who could be spoken with. */
final class SilentClient implements CallClient {

    @Override
    public CompletableFuture<Void> cancelled() {
        return new CompletableFuture<>();
    }

    @Override
    public boolean wantsProgress() {
        return false;
    }

    @Override
    public void progress(long done, OptionalLong total, String message) {
        // Nobody reads it.
    }

    @Override
    public boolean canConfirm() {
        return false;
    }

    @Override
    public boolean canBeAsked(InputRequest request) {
        return false;
    }

    @Override
    public CompletableFuture<InputResponse> ask(String key, InputRequest request) {
        return CompletableFuture.failedFuture(UnansweredException.neverAsked(
                "Nobody can be asked where this call was made: use the server over stdio, or a client of revision"
                        + " 2026-07-28, or tell the operator of this server."));
    }

    @Override
    public Optional<InputResponse> response(String key) {
        return Optional.empty();
    }

    @Override
    public Optional<String> state() {
        return Optional.empty();
    }
}
