package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.account.Connections;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.RandomId;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.platform.model.UrlToken;
import dev.toolsmith.platform.store.ChangeLock;
import dev.toolsmith.platform.store.Settled;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.store.StoreWrites;
import dev.toolsmith.platform.vault.Tokens;
import dev.toolsmith.platform.versions.AppVersions;
import dev.toolsmith.platform.versions.VersionId;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolPreset;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The hosted servers. They are kept in memory; a change takes effect there, for calls in flight too, when it is durable
 * and before its caller hears of it.
 */
public final class HostedServers implements AutoCloseable {

    /** A server that somebody wants. */
    public record Draft(String name, ServerConfig config, Optional<Instant> expiresAt) {}

    /**
     * A server with what is shown once and never again.
     *
     * @param token the token of its URL
     * @param url where clients reach it
     */
    public record Issued(HostedServer server, String token, URI url) {

        @Override
        public String toString() {
            return "Issued[" + server.id() + "]";
        }
    }

    /**
     * A changed server.
     *
     * @param version the change's place in the order of all changes
     * @param pauses whether it was paused or resumed
     */
    private record Changed(HostedServer server, long version, boolean pauses) {}

    private final Store store;
    private final Tokens tokens;
    private final HostedTools tools;
    private final Connections connections;
    private final Supplier<URI> publicBase;
    private final Clock clock;
    private final AtomicLong versions = new AtomicLong();
    private final Directory directory;
    private final Expiry expiry;

    /**
     * Those that a store knows. Expired ones are removed from now on, until this is closed.
     *
     * @param publicBase where clients reach this platform, without a slash at the end
     * @param lock what changes of connections and API tokens are made under too
     */
    public HostedServers(
            Store store,
            Tokens tokens,
            HostedTools tools,
            Connections connections,
            Supplier<URI> publicBase,
            ChangeLock lock,
            Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.tools = tools;
        this.connections = connections;
        this.publicBase = publicBase;
        this.clock = clock;
        this.directory = store.read(reads -> Directory.of(reads, lock));
        this.expiry = new Expiry(store, directory, versions, clock);
        connections.onDeleted(directory::removeAllOf);
        tools.versions().onChange(this::tellListeners);
        tidyVersions();
        expiry.start(this::tidyVersions);
    }

    Directory directory() {
        return directory;
    }

    Expiry expiry() {
        return expiry;
    }

    /**
     * Makes a server with a URL of its own.
     *
     * @throws ProblemException 400, 404 or 422 when it cannot be
     */
    public Issued create(Actor actor, String connectionId, Draft draft) {
        Connection connection = connections.get(connectionId);
        Instant now = clock.instant();
        ServerRules.checkNew(draft, now);
        BundleTools unused = tools.view(connection.app(), draft.config());
        HostedServer server = new HostedServer(
                RandomId.of("srv_"),
                connectionId,
                draft.name(),
                draft.config(),
                false,
                actor.id(),
                now,
                now,
                draft.expiresAt());
        String secret = tokens.newUrlToken();
        UrlToken token = newToken(server.id(), secret, now);
        tools.keeper()
                .pinning(
                        connection.app(),
                        draft.config().pinnedVersion(),
                        () -> Settled.of(store.write(change -> {
                                    if (change.connection(connectionId).isEmpty()) {
                                        throw ProblemException.notFound("connection");
                                    }
                                    change.insert(server, token);
                                    change.append(Changes.event(
                                            now, "server.created", server, token.id(), actor, Changes.facts(server)));
                                    return server;
                                })
                                .thenApply(made -> {
                                    directory.add(made, List.of(token));
                                    return made;
                                })));
        if (connections.current(connectionId).isEmpty()) {
            directory.remove(server.id());
            throw ProblemException.notFound("connection");
        }
        return issued(server, secret);
    }

    private UrlToken newToken(String serverId, String secret, Instant now) {
        return new UrlToken(
                RandomId.of("tok_"), serverId, tokens.macOf(secret), Tokens.hint(secret), now, Optional.empty());
    }

    private Issued issued(HostedServer server, String secret) {
        return new Issued(server, secret, URI.create(publicBase.get() + "/mcp/" + secret));
    }

    /** The servers of a connection, in the order in which they were made. */
    public List<HostedServer> of(String connectionId) {
        return sorted(directory.all().stream()
                .map(Live::server)
                .filter(server -> server.connectionId().equals(connectionId)));
    }

    /** All servers, in the order in which they were made. */
    public List<HostedServer> all() {
        return sorted(directory.all().stream().map(Live::server));
    }

    private static List<HostedServer> sorted(Stream<HostedServer> servers) {
        return servers.sorted(Comparator.comparing(HostedServer::createdAt).thenComparing(HostedServer::id))
                .toList();
    }

    /**
     * One server.
     *
     * @throws ProblemException 404 when the connection has none of that id
     */
    public HostedServer get(String connectionId, String id) {
        return live(connectionId, id).server();
    }

    private Live live(String connectionId, String id) {
        return directory
                .byId(id)
                .filter(live -> live.server().connectionId().equals(connectionId))
                .orElseThrow(() -> ProblemException.notFound("server"));
    }

    /**
     * Changes a server. What it does not become, id, connection and who made it when, stays whatever the change says.
     *
     * @throws ProblemException 400, 404 or 422 when it cannot be
     */
    public HostedServer change(Actor actor, String connectionId, String id, UnaryOperator<HostedServer> change) {
        return changed(actor, connectionId, id, "server.changed", change);
    }

    /** Refuses calls of a server until it is resumed. */
    public HostedServer pause(Actor actor, String connectionId, String id) {
        return changed(actor, connectionId, id, "server.paused", server -> server.withPaused(true));
    }

    /** Lets calls of a server pass again. */
    public HostedServer resume(Actor actor, String connectionId, String id) {
        return changed(actor, connectionId, id, "server.resumed", server -> server.withPaused(false));
    }

    private HostedServer changed(
            Actor actor, String connectionId, String id, String kind, UnaryOperator<HostedServer> change) {
        Live live = live(connectionId, id);
        String app = connections.get(connectionId).app();
        // What it would be of the server as it is known here; what it becomes is looked at once more within the change.
        Optional<String> pin = change.apply(live.server()).config().pinnedVersion();
        boolean pins = !pin.equals(live.server().config().pinnedVersion());
        return tools.keeper()
                .pinning(app, pins ? pin : Optional.empty(), () -> changed(actor, live, app, kind, change));
    }

    private HostedServer changed(Actor actor, Live live, String app, String kind, UnaryOperator<HostedServer> change) {
        return Settled.of(store.write(writes -> {
                    Instant now = clock.instant();
                    HostedServer before = stored(writes, live, now);
                    HostedServer after = Changes.keepingOrigin(before, change.apply(before), now);
                    ServerRules.checkChange(before, after, now);
                    checkTools(app, before.config(), after.config());
                    writes.update(after);
                    writes.append(Changes.event(now, kind, after, "", actor, Changes.facts(after)));
                    return new Changed(after, versions.incrementAndGet(), before.paused() != after.paused());
                })
                .thenApply(made -> {
                    directory.update(made.server(), made.version());
                    if (made.pauses() && tools.knowsAccounts(app)) {
                        live.listChanges().changedSinceListed();
                    }
                    return made.server();
                }));
    }

    /** A selection that stays is not looked at: another version may have left it nothing. */
    private void checkTools(String app, ServerConfig before, ServerConfig after) {
        Optional<String> pin = after.pinnedVersion();
        if (!pin.equals(before.pinnedVersion())
                && pin.isPresent()
                && !tools.keeper().keeps(app, pin.get())) {
            throw AppVersions.unknown(app, pin.get());
        }
        if (!after.selection().equals(before.selection())) {
            BundleTools unused = tools.view(app, after);
        }
    }

    /** How many servers are pinned to a version. */
    public int countOf(String app, String digest) {
        return (int) directory.all().stream()
                .map(Live::server)
                .filter(server -> server.config().pinnedVersion().equals(Optional.of(digest)))
                .filter(server -> connections
                        .current(server.connectionId())
                        .filter(connection -> connection.app().equals(app))
                        .isPresent())
                .count();
    }

    /** Looks now at which versions are needed, rather than some seconds later. */
    void tidyVersions() {
        tools.keeper().tidy(this::pinned);
    }

    /** The versions that servers are pinned to. */
    private Set<VersionId> pinned() {
        Set<VersionId> pinned = new HashSet<>();
        for (Live live : directory.all()) {
            HostedServer server = live.server();
            server.config()
                    .pinnedVersion()
                    .ifPresent(digest -> connections
                            .current(server.connectionId())
                            .ifPresent(connection -> pinned.add(new VersionId(connection.app(), digest))));
        }
        return pinned;
    }

    /** Tells listening clients of a connection's servers that those list other tools since its account has changed. */
    void tellListenersOf(String connectionId) {
        for (Live live : directory.all()) {
            if (live.server().connectionId().equals(connectionId)) {
                live.listChanges().changedSinceListed();
            }
        }
    }

    /** Tells listening clients of the servers that list other tools since apps have moved to other versions. */
    private void tellListeners(AppVersions.Change change) {
        for (Live live : directory.all()) {
            ServerConfig config = live.server().config();
            boolean follows = config.pinnedVersion().isEmpty();
            if (follows
                    && connections
                            .current(live.server().connectionId())
                            .filter(connection -> change.concerns(connection.app(), config.selection()))
                            .isPresent()) {
                live.listChanges().changed();
            }
        }
    }

    /**
     * What other than its restriction keeps tools from a server: words that no tool of its version has any more, or a
     * version that is not there.
     */
    public ServerState stateOf(HostedServer server) {
        return connections
                .current(server.connectionId())
                .map(connection -> ServerState.of(tools, connection.app(), server.config()))
                .orElseGet(() -> ServerState.of(tools, "", server.config()));
    }

    private static HostedServer stored(StoreWrites writes, Live live, Instant now) {
        Optional<HostedServer> stored = live.isExpired(now)
                ? Optional.empty()
                : writes.server(live.server().id()).filter(server -> !server.isExpired(now));
        return stored.orElseThrow(() -> ProblemException.notFound("server"));
    }

    /** Removes a server and its URL. */
    public void delete(Actor actor, String connectionId, String id) {
        HostedServer server = get(connectionId, id);
        Settled.of(store.write(change -> {
                    if (change.server(id).isEmpty()) {
                        throw ProblemException.notFound("server");
                    }
                    change.deleteServer(id);
                    change.append(Changes.event(clock.instant(), "server.deleted", server, "", actor, Map.of()));
                    return id;
                })
                .thenAccept(directory::remove));
    }

    /**
     * Gives a server a new URL.
     *
     * @param overlap how long the old ones work on, 0 seconds to 24 hours
     */
    public Issued roll(Actor actor, String connectionId, String id, Duration overlap) {
        ServerRules.checkOverlap(overlap);
        Live live = live(connectionId, id);
        String secret = tokens.newUrlToken();
        HostedServer rolled = Settled.of(store.write(change -> {
                    Instant now = clock.instant();
                    HostedServer server = stored(change, live, now);
                    UrlToken token = newToken(id, secret, now);
                    List<UrlToken> left = Rolling.roll(change, token, overlap);
                    Map<String, String> detail = Map.of("overlap_seconds", Long.toString(overlap.toSeconds()));
                    change.append(Changes.event(now, "server.rolled", server, token.id(), actor, detail));
                    return new Rolling(server, left, versions.incrementAndGet());
                })
                .thenApply(made -> {
                    directory.replaceTokens(id, made.left(), made.version());
                    return made.server();
                }));
        return issued(rolled, secret);
    }

    /** The tokens that open a server, without their secret part. */
    public List<UrlToken> tokensOf(String serverId) {
        return directory.byId(serverId).stream()
                .flatMap(live -> live.tokens().values().stream())
                .sorted(Comparator.comparing(UrlToken::createdAt).thenComparing(UrlToken::id))
                .toList();
    }

    /** The restrictions of an app's newest tools that have names. */
    public List<ToolPreset> presets(String app) {
        return tools.presets(app);
    }

    /**
     * The restriction that a preset makes of a connection's tools.
     *
     * @throws ProblemException 400 or 404 when there is no such preset or connection
     */
    public ServerConfig preset(String connectionId, String name) {
        return tools.preset(connections.get(connectionId).app(), name);
    }

    /**
     * The tools that a server of a connection would offer.
     *
     * @throws ProblemException 400 when it would offer none, or names what there is not
     */
    public BundleTools preview(String connectionId, ServerConfig config) {
        return tools.view(connections.get(connectionId).app(), config);
    }

    @Override
    public void close() {
        expiry.close();
    }
}
