package dev.toolsmith.runtime.account;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is known of accounts, of several APIs together: in a quarter of the memory that the process may have, 128 MiB
 * at most. The account that was not used for the longest time is dropped first. Safe for many threads.
 */
public final class AccountMemory {

    private static final long MOST_BYTES = 128L << 20;
    private static final int PARTS_OF_MEMORY = 4;
    private static final int FEWEST_ACCOUNTS = 8;

    private final long mostBytes;
    private final Map<Place, Kept> accounts = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * Where an account's facts are kept.
     *
     * @param owner one API's accounts
     * @param key tells the account from others of the API
     */
    record Place(KnownAccounts owner, String key) {}

    /** An account's facts with the weight that they have in the sum. */
    private static final class Kept {
        private final AccountFacts facts;
        private long weight;

        Kept(AccountFacts facts) {
            this.facts = facts;
        }
    }

    /** Memory that holds nothing yet. */
    public AccountMemory() {
        this(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PARTS_OF_MEMORY));
    }

    AccountMemory(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** How many bytes the facts of one account may take. */
    long mostBytesOfOne() {
        return mostBytes / FEWEST_ACCOUNTS;
    }

    synchronized AccountFacts facts(Place place, Function<Place, AccountFacts> none) {
        @Nullable Kept known = accounts.get(place);
        if (known != null) {
            return known.facts;
        }
        AccountFacts facts = none.apply(place);
        accounts.put(place, new Kept(facts));
        weigh(place, facts);
        return facts;
    }

    synchronized boolean keeps(Place place, AccountFacts facts) {
        @Nullable Kept kept = accounts.get(place);
        return kept != null && kept.facts == facts;
    }

    /** The size of an account's facts has changed. */
    synchronized void weigh(Place place, AccountFacts facts) {
        @Nullable Kept kept = accounts.get(place);
        if (kept == null || kept.facts != facts) {
            return;
        }
        long weight = facts.bytes() + place.key().length();
        bytes += weight - kept.weight;
        kept.weight = weight;
        Iterator<Kept> longestUnused = accounts.values().iterator();
        while (bytes > mostBytes && longestUnused.hasNext()) {
            bytes -= longestUnused.next().weight;
            longestUnused.remove();
        }
    }

    synchronized void forget(Place place) {
        @Nullable Kept kept = accounts.remove(place);
        if (kept != null) {
            bytes -= kept.weight;
        }
    }
}
