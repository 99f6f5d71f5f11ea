package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.account.AccountReads;
import dev.toolsmith.runtime.account.KnownAccounts;
import dev.toolsmith.runtime.account.SchemaContributor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of the accounts that a server's settings name, one an API. It may outlive the callers that it is used by.
 * Safe for many threads.
 */
public final class OwnAccounts {

    private static final String KEY = "own";

    private final Map<String, KnownAccounts> byApp = new TreeMap<>();

    /**
     * Accounts of which nothing is known yet.
     *
     * @param listingChanged told when the listed tools of one have become others; must be quick
     */
    public OwnAccounts(List<SchemaContributor> contributors, Runnable listingChanged) {
        for (SchemaContributor each : contributors) {
            byApp.put(each.app(), new KnownAccounts(each, key -> listingChanged.run()));
        }
    }

    /** Accounts of which nothing is to be known: the published schemas do. */
    static OwnAccounts none() {
        return new OwnAccounts(List.of(), () -> {});
    }

    Optional<Account> of(String app, AccountReads reads) {
        return Optional.ofNullable(byApp.get(app)).map(known -> known.of(KEY, reads));
    }
}
