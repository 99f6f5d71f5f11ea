package dev.toolsmith.platform.account;

import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ConnectionState;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.RandomId;
import dev.toolsmith.platform.store.ChangeLock;
import dev.toolsmith.platform.store.Settled;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.vault.Tokens;
import dev.toolsmith.platform.vault.Vault;
import dev.toolsmith.runtime.upstream.CredentialSupplier;
import dev.toolsmith.runtime.upstream.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The connected accounts: all in memory as they are kept, with their credentials encrypted. */
public final class Connections {

    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final Clock clock;
    private final ConnectionForms forms;
    private final HeldCredentials credentials;
    private final LiveConnections live;
    private final ConnectionChanges changes;
    private final AccountAsking asking;
    private final Confirmations confirmations;
    private final List<Consumer<String>> deletionListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> credentialListeners = new CopyOnWriteArrayList<>();

    /**
     * Loads them all.
     *
     * @param apis what is known of the APIs that can be connected, asked for each time
     * @param probe asked for only when an API is to be asked
     * @param lock what changes of them are made under, in memory
     */
    public Connections(
            Store store,
            Vault vault,
            Supplier<List<HostedApi>> apis,
            Supplier<AccountProbe> probe,
            ChangeLock lock,
            Clock clock) {
        this.clock = clock;
        this.live = new LiveConnections(lock);
        this.forms = new ConnectionForms(clock);
        this.credentials = new HeldCredentials(vault, live);
        this.changes = new ConnectionChanges(store, vault, live, clock);
        this.asking = new AccountAsking(apis, probe);
        this.confirmations = new Confirmations(live, changes, asking, credentials, clock);
        store.read(reads -> {
            reads.connections()
                    .forEach(connection -> live.add(connection, HeldCredentials.kept(reads, connection.id()), 0));
            return true;
        });
    }

    /** All, in the order in which they were made. */
    public List<Connection> all() {
        return live.all();
    }

    /**
     * One of them.
     *
     * @throws ProblemException 404 when there is none
     */
    public Connection get(String id) {
        return current(id).orElseThrow(() -> ProblemException.notFound("connection"));
    }

    /** One of them as it is now, from memory. */
    public Optional<Connection> current(String id) {
        return live.find(id).map(LiveConnections.Held::connection);
    }

    /**
     * What is known of an API.
     *
     * @throws ProblemException 422 when it cannot be connected here
     */
    public HostedApi api(String app) {
        return asking.api(app);
    }

    /**
     * Connects an account, once its API has accepted the credential.
     *
     * @throws ProblemException 422 when something given is wrong or the API refuses the credential; 502 when it cannot
     *     be asked. Nothing is kept then.
     */
    public Connection connect(Actor actor, String app, String name, String credential) {
        api(app);
        String goodName = GivenText.name(name);
        String key = GivenText.credential(credential);
        String id = RandomId.of("con_");
        Instant now = clock.instant();
        Connection draft = new Connection(
                id,
                app,
                goodName,
                ConnectionState.ACTIVE,
                "",
                id,
                "",
                Optional.empty(),
                Tokens.hint(key),
                actor.id(),
                now,
                now);
        return changes.add(actor, forms.told(draft, accepted(draft, key)), key);
    }

    private AccountAnswer accepted(Connection connection, String credential) {
        AccountAnswer answer = asking.now(connection, Secret.of(credential));
        if (answer.verdict() == AccountAnswer.Verdict.REFUSED) {
            throw ProblemException.of(
                    UNPROCESSABLE,
                    "credential_refused",
                    "The API refuses this credential (app: " + connection.app()
                            + "): it is wrong, revoked or expired. Copy it again from the API's"
                            + " settings, or make a new one there.",
                    "/api_key");
        }
        return answer;
    }

    /**
     * Asks the API about the credential again, and keeps what it says of state, scopes and names.
     *
     * @throws ProblemException 502 when it cannot be asked; nothing is changed then
     */
    public Connection check(Actor actor, String id) {
        LiveConnections.Held held = live.find(id).orElseThrow(() -> ProblemException.notFound("connection"));
        HeldCredentials.Opened opened = credentials.open(held);
        AccountAnswer answer = asking.now(held.connection(), opened.credential());
        boolean refused = answer.verdict() == AccountAnswer.Verdict.REFUSED;
        Connection checked = Settled.of(changes.change(
                actor,
                "connection.checked",
                id,
                (reads, now) -> credentials.isStill(reads, id, opened)
                        ? Optional.of(refused ? forms.revoked(now) : forms.checked(now, answer))
                        : Optional.empty()));
        confirmations.settle(id);
        return checked;
    }

    /** Calls it otherwise. */
    public Connection rename(Actor actor, String id, String name) {
        String goodName = GivenText.name(name);
        return changed(actor, "connection.renamed", id, now -> Optional.of(forms.renamed(now, goodName)));
    }

    private Connection changed(Actor actor, String kind, String id, Function<Connection, Optional<Connection>> change) {
        return Settled.of(changes.change(actor, kind, id, (reads, now) -> change.apply(now)));
    }

    /** Sends nothing for it until it is resumed. */
    public Connection pause(Actor actor, String id) {
        return changed(actor, "connection.paused", id, now -> {
            refuseRevoked(now);
            return now.state() == ConnectionState.PAUSED ? Optional.empty() : Optional.of(forms.paused(now));
        });
    }

    /** Sends calls for it again. */
    public Connection resume(Actor actor, String id) {
        return changed(actor, "connection.resumed", id, now -> {
            refuseRevoked(now);
            return now.state() == ConnectionState.PAUSED ? Optional.of(forms.active(now)) : Optional.empty();
        });
    }

    private static void refuseRevoked(Connection now) {
        if (now.state() == ConnectionState.REVOKED) {
            throw ProblemException.of(
                    CONFLICT,
                    "connection_revoked",
                    "The API has revoked this connection's credential. Authorise it again first.",
                    "");
        }
    }

    /**
     * Gives it another credential of the same workspace.
     *
     * @throws ProblemException as {@link #connect} does; 409 when the credential is another workspace's
     */
    public Connection reauthorise(Actor actor, String id, String credential) {
        Connection known = get(id);
        String key = GivenText.credential(credential);
        AccountAnswer answer = accepted(known, key);
        boolean isKnown = !known.workspaceId().equals(known.id());
        if (isKnown
                && answer.workspaceId().isPresent()
                && !answer.workspaceId().get().equals(known.workspaceId())) {
            throw ProblemException.of(
                    CONFLICT,
                    "other_workspace",
                    "This credential is of another workspace. Connect that one as a new connection.",
                    "/api_key");
        }
        Connection done =
                changes.reauthorise(actor, id, key, now -> forms.hinted(forms.checked(now, answer), Tokens.hint(key)));
        confirmations.settle(id);
        credentialListeners.forEach(listener -> listener.accept(id));
        return done;
    }

    /** Removes it, its servers and their tokens, and destroys the keys that its credential is encrypted with. */
    public void delete(Actor actor, String id) {
        changes.delete(actor, id, () -> {
            confirmations.forget(id);
            deletionListeners.forEach(listener -> listener.accept(id));
        });
    }

    /**
     * Tells of deletions.
     *
     * @param listener takes the id once the deletion is durable and before it is answered; must be quick
     */
    public void onDeleted(Consumer<String> listener) {
        deletionListeners.add(listener);
    }

    /**
     * Tells of connections that were given another credential.
     *
     * @param listener takes the id once the change is in effect; must be quick
     */
    public void onOtherCredential(Consumer<String> listener) {
        credentialListeners.add(listener);
    }

    /**
     * Tells of connections for which nothing is sent any more, or something again.
     *
     * @param listener takes the id once the change is in effect; must be quick
     */
    public void onPause(Consumer<String> listener) {
        live.onPause(listener);
    }

    /** A connection's credential, decrypted for each call; none once it may not send any more. */
    public CredentialSupplier credentialOf(String id) {
        return () ->
                live.find(id).filter(held -> held.connection().state().sends()).map(credentials::reveal);
    }

    /** Which of its credentials, one after the other, a connection has now; asked for before a call is made. */
    public long generation(String id) {
        return live.find(id).map(LiveConnections.Held::generation).orElse(-1L);
    }

    /** Which credential a connection has, for words that outlive the process; empty when there is no such connection. */
    public String credentialMark(String id) {
        return live.find(id).map(held -> held.sealed().mark()).orElse("");
    }

    /**
     * A call met a 401: finds out, once for all such calls, whether the credential is no good.
     *
     * @return completes with the state once it is settled; exceptionally when it could not be kept
     */
    public CompletableFuture<ConnectionState> unauthorized(String id) {
        return confirmations.unauthorized(id, Optional.empty());
    }

    /**
     * The same for a call that was made with the credential of a {@link #generation}; says nothing against the present
     * one when that is another.
     */
    public CompletableFuture<ConnectionState> unauthorized(String id, long generation) {
        return confirmations.unauthorized(id, Optional.of(generation));
    }

    /** A call was not refused for its credential; costs next to nothing unless the connection is SUSPECT. */
    public void answered(String id) {
        confirmations.answered(id);
    }
}
