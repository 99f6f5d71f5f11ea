package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.account.HostedApi;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.versions.AppVersion;
import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.account.AccountMemory;
import dev.toolsmith.runtime.account.KnownAccounts;
import dev.toolsmith.runtime.account.SchemaContributor;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of the connected accounts beyond their APIs' descriptions. It is kept in memory only, apart for every
 * credential of every connection, and forgotten with them.
 */
public final class HostedAccounts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HostedAccounts.class);

    private final CallParts parts;
    private final OwnReads reads;
    private final AccountMemory memory = new AccountMemory();
    private final Map<String, KnownAccounts> byApp = new ConcurrentHashMap<>();
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    HostedAccounts(CallParts parts, OwnCalls calls) {
        this.parts = parts;
        this.reads = new OwnReads(parts, calls);
        parts.connections().onDeleted(this::forget);
        parts.connections().onOtherCredential(id -> {
            forget(id);
            parts.servers().tellListenersOf(id);
        });
        parts.connections().onPause(this::listsPublishedOrNot);
    }

    /**
     * The account of a connection, for one call or one listing.
     *
     * @param version whose tools it is for; facts are read with them
     * @return empty when the API's published schemas do
     */
    Optional<Account> of(Connection connection, AppVersion version) {
        HostedApi api = version.api();
        return api.schemas().map(contributor -> of(connection, version, contributor));
    }

    private Account of(Connection connection, AppVersion version, SchemaContributor contributor) {
        String id = connection.id();
        long generation = parts.connections().generation(id);
        String key = id + "/" + generation;
        KnownAccounts known = byApp.computeIfAbsent(
                connection.app(),
                app -> new KnownAccounts(contributor, memory, this::listsOthers, HostedAccounts::tell));
        String before = keys.put(id, key);
        if (before != null && !before.equals(key)) {
            known.forget(before);
        }
        Account account = known.of(key, reads.of(id, generation, version));
        if (parts.connections().generation(id) != generation) {
            forget(id);
        }
        return account;
    }

    private static void tell(Throwable fault) {
        LOG.error("What is known of accounts could not be applied for a reason of our own", fault);
    }

    private void forget(String connectionId) {
        String key = keys.remove(connectionId);
        if (key != null) {
            byApp.values().forEach(known -> known.forget(key));
        }
    }

    /** A connection that sends nothing has its tools listed as they are published. */
    private void listsPublishedOrNot(String connectionId) {
        parts.connections()
                .current(connectionId)
                .filter(connection -> parts.tools().knowsAccounts(connection.app()))
                .ifPresent(connection -> parts.servers().tellListenersOf(connectionId));
    }

    private void listsOthers(String key) {
        parts.servers().tellListenersOf(key.substring(0, key.lastIndexOf('/')));
    }

    /** How many accounts something may be known of. */
    int count() {
        return keys.size();
    }

    /** Ends the reads that are under way, so that what came of them can be recorded. */
    @Override
    public void close() {
        reads.close();
    }
}
