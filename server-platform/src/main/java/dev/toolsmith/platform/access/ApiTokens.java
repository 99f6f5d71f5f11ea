package dev.toolsmith.platform.access;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.ApiToken;
import dev.toolsmith.platform.model.ApiToken.Permission;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.RandomId;
import dev.toolsmith.platform.store.ChangeLock;
import dev.toolsmith.platform.store.Settled;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.store.StoreReads;
import dev.toolsmith.platform.store.StoreWrites;
import dev.toolsmith.platform.vault.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What programs prove themselves with. Kept in memory by their HMAC, so that looking at one asks no store; the memory
 * changes when the store's change is durable and before the caller hears of it.
 */
public final class ApiTokens {

    private static final String PREFIX = "tsk_";
    private static final int LONGEST_NAME = 100;

    private final Store store;
    private final Tokens tokens;
    private final ChangeLock lock;
    private final Clock clock;
    private final Map<String, ApiToken> byMac = new ConcurrentHashMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    /**
     * Those that a store knows.
     *
     * @param lock what changes of them are made under, in memory
     */
    public ApiTokens(Store store, Tokens tokens, ChangeLock lock, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.lock = lock;
        this.clock = clock;
        store.read(StoreReads::apiTokens).forEach(this::remember);
    }

    /**
     * A token that was just made.
     *
     * @param token what is kept of it
     * @param secret the token itself, which is shown once and never again
     */
    public record Issued(ApiToken token, String secret) {
        @Override
        public String toString() {
            return "Issued[" + token.id() + "]";
        }
    }

    /**
     * Makes a token.
     *
     * @param permissions at least one; {@link Permission#CALL} alone when the token is for one server
     * @param serverId the one server it may call; empty for every server
     * @param expiresAt from when on it is no good; empty for never
     * @throws ProblemException 422 when it could do nothing, or more than its one server, or would be no good already, or when there is no such server
     */
    public Issued create(
            Actor actor,
            String name,
            Set<Permission> permissions,
            Optional<String> serverId,
            Optional<Instant> expiresAt) {
        Instant now = clock.instant();
        refuse(
                name,
                permissions,
                serverId,
                expiresAt.filter(end -> !end.isAfter(now)).isPresent());
        String secret = tokens.newApiToken();
        ApiToken token = new ApiToken(
                RandomId.of("key_"),
                name,
                tokens.macOf(secret),
                Tokens.hint(secret),
                permissions,
                serverId,
                actor.id(),
                now,
                expiresAt);
        Settled.of(store.write(change -> insert(change, token, actor)).thenAccept(this::remember));
        return new Issued(token, secret);
    }

    private static void refuse(
            String name, Set<Permission> permissions, Optional<String> serverId, boolean alreadyOver) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw ProblemException.of(422, "name_form", "A name has 1 to " + LONGEST_NAME + " characters.", "/name");
        }
        if (permissions.isEmpty()) {
            throw ProblemException.of(
                    422, "no_permission", "A token without a permission can do nothing.", "/permissions");
        }
        if (serverId.isPresent() && !permissions.equals(Set.of(Permission.CALL))) {
            throw ProblemException.of(
                    422,
                    "too_much_for_one_server",
                    "A token for one server has the permission call only.",
                    "/permissions");
        }
        if (alreadyOver) {
            throw ProblemException.of(422, "expires_too_soon", "This time is over already.", "/expires_at");
        }
    }

    private static ApiToken insert(StoreWrites change, ApiToken token, Actor actor) {
        if (token.serverId().isPresent() && !isServer(change, token.serverId().get())) {
            throw ProblemException.of(422, "unknown_server", "There is no such server.", "/server_id");
        }
        change.insert(token);
        String permissions = token.permissions().stream()
                .map(permission -> permission.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(" "));
        change.append(event(
                token.createdAt(),
                "api_token.created",
                token,
                actor,
                Map.of("name", token.name(), "permissions", permissions)));
        return token;
    }

    private static boolean isServer(StoreReads reads, String id) {
        return reads.server(id).isPresent();
    }

    /** All that were not revoked, those that have just expired too, in the order in which they were made. */
    public List<ApiToken> all() {
        return byMac.values().stream()
                .sorted(Comparator.comparing(ApiToken::createdAt).thenComparing(ApiToken::id))
                .toList();
    }

    /**
     * Makes a token good for nothing, from before this returns.
     *
     * @throws ProblemException 404 when there is none of that id
     */
    public void revoke(Actor actor, String id) {
        Instant now = clock.instant();
        Settled.of(store.write(change -> delete(change, id, actor, now)).thenAccept(this::forget));
    }

    private static ApiToken delete(StoreWrites change, String id, Actor actor, Instant now) {
        ApiToken token = change.apiTokens().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("API token"));
        change.deleteApiToken(id);
        change.append(event(now, "api_token.revoked", token, actor, Map.of("name", token.name())));
        return token;
    }

    /** Whose a secret is; empty for an unknown, revoked or expired one. */
    public Optional<ApiToken> find(String secret) {
        if (!secret.startsWith(PREFIX) || !Tokens.isWellFormed(secret)) {
            return Optional.empty();
        }
        return Optional.ofNullable(byMac.get(tokens.macOf(secret))).filter(this::isGood);
    }

    /** Whether a token that was found is still good. */
    public boolean isGood(ApiToken token) {
        // In this order: a sweep forgets that a token is over only when the token itself is gone.
        return !isOver(token, clock.instant()) && byMac.containsKey(token.mac());
    }

    /** Whether a token is over, by this clock or by one that was seen before. */
    private boolean isOver(ApiToken token, Instant now) {
        if (token.isExpired(now)) {
            ended.add(token.mac());
        }
        return ended.contains(token.mac());
    }

    /** Removes those that are over, for good: a clock that goes back brings none back. */
    void sweep() {
        Instant now = clock.instant();
        List<ApiToken> over = all().stream().filter(token -> isOver(token, now)).toList();
        for (ApiToken token : over) {
            Settled.of(store.write(change -> expire(change, token, now)).thenAccept(gone -> {
                byMac.remove(gone.mac());
                ended.remove(gone.mac());
            }));
        }
    }

    private static ApiToken expire(StoreWrites change, ApiToken token, Instant now) {
        if (change.apiTokens().contains(token)) {
            change.deleteApiToken(token.id());
            change.append(event(now, "api_token.expired", token, Actor.SYSTEM, Map.of("name", token.name())));
        }
        return token;
    }

    private void remember(ApiToken token) {
        lock.change(() -> byMac.put(token.mac(), token));
    }

    private void forget(ApiToken token) {
        lock.change(() -> byMac.remove(token.mac()));
    }

    private static AuditEvent event(Instant now, String kind, ApiToken token, Actor actor, Map<String, String> detail) {
        String serverId = token.serverId().orElse("");
        return AuditEvent.change(
                now, kind, new AuditEvent.Subject(serverId, "", "", token.id(), actor.id(), actor.address()), detail);
    }
}
