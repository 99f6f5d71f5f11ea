package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.store.Store;
import dev.toolsmith.runtime.protocol.UsedStates;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Used agreements in the store: the words that users agree by stay good over a restart, so a restart must not forget which
 * of them were used.
 *
 * @param threads what follows a use runs there: the thread that writes has others to write
 */
record KeptAgreements(Store store, Executor threads) implements UsedStates {

    @Override
    public CompletableFuture<Boolean> use(byte[] mark, Instant end, Instant now) {
        String word = Base64.getUrlEncoder().withoutPadding().encodeToString(mark);
        return store.write(change -> change.use(word, end, now)).thenApplyAsync(Function.identity(), threads);
    }
}
