package dev.toolsmith.platform.hosting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.toolsmith.runtime.tool.CallOrigin;
import java.time.Duration;

/**
 * What clients said of themselves when they introduced themselves. Older revisions say it once, in a request of its own;
 * there are no sessions, so the token, the address and the User-Agent have to tell whose it was.
 */
final class KnownClients {

    private static final int MOST = 10_000;

    private record Key(String tokenId, String address, String userAgent) {}

    private final Cache<Key, CallOrigin> clients = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofHours(24))
            .build();

    CallOrigin known(Access access, String userAgent) {
        CallOrigin known = clients.getIfPresent(key(access, userAgent));
        return known == null ? CallOrigin.UNKNOWN : known;
    }

    void introduced(Access access, String userAgent, CallOrigin origin) {
        clients.put(
                key(access, userAgent),
                new CallOrigin(CallFacts.cut(origin.clientName()), CallFacts.cut(origin.clientVersion()), ""));
    }

    private static Key key(Access access, String userAgent) {
        return new Key(access.token().id(), access.address(), CallFacts.cut(userAgent));
    }
}
