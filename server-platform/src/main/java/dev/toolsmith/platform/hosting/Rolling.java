package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.UrlToken;
import dev.toolsmith.platform.store.StoreWrites;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A server that got a new token.
 *
 * @param left the tokens that open it now
 * @param version the change's place in the order of all changes
 */
record Rolling(HostedServer server, List<UrlToken> left, long version) {

    /** Adds a token and ends the others, now or later; gives those that open the server then. */
    static List<UrlToken> roll(StoreWrites change, UrlToken added, Duration overlap) {
        Instant now = added.createdAt();
        List<UrlToken> left = new ArrayList<>();
        for (UrlToken token : change.urlTokensOf(added.serverId())) {
            if (overlap.isZero() || token.isEnded(now)) {
                change.deleteUrlToken(token.id());
                continue;
            }
            UrlToken ending = ending(token, now.plus(overlap));
            change.update(ending);
            left.add(ending);
        }
        change.insert(added);
        left.add(added);
        return left;
    }

    /** A token that was to end sooner still does. */
    private static UrlToken ending(UrlToken token, Instant end) {
        return new UrlToken(
                token.id(),
                token.serverId(),
                token.mac(),
                token.hint(),
                token.createdAt(),
                Optional.of(token.endsAt().filter(end::isAfter).orElse(end)));
    }
}
