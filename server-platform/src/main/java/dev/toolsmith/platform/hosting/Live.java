package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.UrlToken;
import dev.toolsmith.runtime.tool.ListChanges;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A server as it is at this moment. What was once seen expired stays so, whatever the clock says later,
 * unless a change that came in time gave it another end. */
final class Live {

    private final AtomicBoolean cleaning = new AtomicBoolean();
    private final ListChanges listChanges = new ListChanges();
    private final Set<String> endedMacs = ConcurrentHashMap.newKeySet();
    private volatile HostedServer server;
    private volatile Map<String, UrlToken> tokens;
    private volatile boolean gone;
    private volatile Optional<Instant> seenOver = Optional.empty();
    private long serverVersion;
    private long tokensVersion;

    Live(HostedServer server, List<UrlToken> tokens) {
        this.server = server;
        this.tokens = byMac(tokens);
    }

    private static Map<String, UrlToken> byMac(List<UrlToken> tokens) {
        return tokens.stream().collect(Collectors.toUnmodifiableMap(UrlToken::mac, Function.identity()));
    }

    HostedServer server() {
        return server;
    }

    Map<String, UrlToken> tokens() {
        return tokens;
    }

    /** Who wants to hear when the server may list other tools. */
    ListChanges listChanges() {
        return listChanges;
    }

    /** Takes a newer state; of two changes the one that was made later counts, whichever is told first. */
    void take(HostedServer changed, long version) {
        if (version > serverVersion) {
            serverVersion = version;
            boolean listsOthers = !changed.config().equals(server.config());
            server = changed;
            if (listsOthers) {
                listChanges.changed();
            }
        }
    }

    boolean takeTokens(List<UrlToken> changed, long version) {
        if (version <= tokensVersion) {
            return false;
        }
        tokensVersion = version;
        tokens = byMac(changed);
        endedMacs.retainAll(tokens.keySet());
        return true;
    }

    void remove() {
        gone = true;
    }

    /** Whether it was deleted, by whomever. */
    boolean isGone() {
        return gone;
    }

    boolean isExpired(Instant now) {
        HostedServer present = server;
        if (present.isExpired(now)) {
            seenOver = present.expiresAt();
        }
        return present.expiresAt().isPresent() && present.expiresAt().equals(seenOver);
    }

    /** The token of a MAC while it opens this server. */
    Optional<UrlToken> opening(String mac, Instant now) {
        UrlToken token = tokens.get(mac);
        return token == null || gone || isExpired(now) || isEnded(token, now) ? Optional.empty() : Optional.of(token);
    }

    boolean hasEnded(Instant now) {
        return tokens.values().stream().anyMatch(token -> isEnded(token, now));
    }

    /** Whether a token opens nothing any more, by this clock or by one that was seen before. */
    boolean isEnded(UrlToken token, Instant now) {
        if (token.isEnded(now)) {
            endedMacs.add(token.mac());
        }
        return !endedMacs.isEmpty() && endedMacs.contains(token.mac());
    }

    /** Whether the caller is the one to clean up. */
    boolean beginCleaning() {
        return cleaning.compareAndSet(false, true);
    }

    void endCleaning() {
        cleaning.set(false);
    }
}
