package dev.toolsmith.runtime.account;

import dev.toolsmith.runtime.account.AccountFacts.Keeper;
import dev.toolsmith.runtime.bundle.BundleTools;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an API's accounts, in a quarter of the memory that the process may have, 128 MiB at most. The account
 * that was not used for the longest time is dropped first; changes of dropped accounts are not told. Safe for many
 * threads.
 */
public final class KnownAccounts {

    /** How long facts of an account hold. */
    public static final Duration HOLD = Duration.ofMinutes(10);

    private static final long MOST_BYTES = 128L << 20;
    private static final int PARTS_OF_MEMORY = 4;
    private static final int FEWEST_ACCOUNTS = 8;

    private final SchemaContributor contributor;
    private final Timing timing;
    private final long mostBytes;
    private final Consumer<String> listingChanged;
    private final Faults faults;
    private final Map<String, Kept> accounts = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * What time it is.
     *
     * @param clock nanoseconds
     * @param alarm goes by the same clock
     * @param hold how long facts hold
     */
    record Timing(LongSupplier clock, Alarm alarm, Duration hold) {}

    /** An account's facts with the weight that they have in the sum. */
    private static final class Kept {
        private final AccountFacts facts;
        private long weight;

        Kept(AccountFacts facts) {
            this.facts = facts;
        }
    }

    /**
     * Accounts of which nothing is known yet.
     *
     * @param listingChanged told the key of an account whose listed tools have become others; must be quick
     */
    public KnownAccounts(SchemaContributor contributor, Consumer<String> listingChanged) {
        this(contributor, System::nanoTime, HOLD, listingChanged);
    }

    /**
     * Accounts whose contributor's faults are told.
     *
     * @param listingChanged told the key of an account whose listed tools have become others; must be quick
     * @param faults told each kind of fault of the contributor once; must not throw
     */
    public KnownAccounts(SchemaContributor contributor, Consumer<String> listingChanged, Consumer<Throwable> faults) {
        this(contributor, new Timing(System::nanoTime, Alarm.CLOCK, HOLD), mostBytes(), listingChanged, faults);
    }

    /**
     * Accounts by a clock of one's own.
     *
     * @param clock nanoseconds, as fast as time goes by
     * @param hold how long facts hold
     */
    public KnownAccounts(
            SchemaContributor contributor, LongSupplier clock, Duration hold, Consumer<String> listingChanged) {
        this(contributor, new Timing(clock, Alarm.CLOCK, hold), mostBytes(), listingChanged, fault -> {});
    }

    KnownAccounts(
            SchemaContributor contributor,
            Timing timing,
            long mostBytes,
            Consumer<String> listingChanged,
            Consumer<Throwable> faults) {
        this.contributor = contributor;
        this.timing = timing;
        this.mostBytes = mostBytes;
        this.listingChanged = listingChanged;
        this.faults = new Faults(faults);
    }

    private static long mostBytes() {
        return Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PARTS_OF_MEMORY);
    }

    /** Loads what the first use of an account needs, so that it need not wait; sends nothing. */
    public void prepare(BundleTools tools) {
        try {
            contributor.prepare(tools);
        } catch (RuntimeException e) {
            faults.tell(e);
        }
    }

    /**
     * An account, for one use.
     *
     * @param key tells it from others, and from itself with other rights
     * @param reads calls its API; used for this use only
     */
    public Account of(String key, AccountReads reads) {
        return new Account(contributor, facts(key), reads, timing, faults);
    }

    private synchronized AccountFacts facts(String key) {
        @Nullable Kept known = accounts.get(key);
        if (known != null) {
            return known.facts;
        }
        AccountFacts facts = new AccountFacts(timing.clock(), new KeeperOf(key));
        accounts.put(key, new Kept(facts));
        weigh(key, facts);
        return facts;
    }

    private synchronized boolean keeps(String key, AccountFacts facts) {
        @Nullable Kept kept = accounts.get(key);
        return kept != null && kept.facts == facts;
    }

    private synchronized void weigh(String key, AccountFacts facts) {
        @Nullable Kept kept = accounts.get(key);
        if (kept == null || kept.facts != facts) {
            return;
        }
        long weight = facts.bytes() + key.length();
        bytes += weight - kept.weight;
        kept.weight = weight;
        Iterator<Kept> longestUnused = accounts.values().iterator();
        while (bytes > mostBytes && longestUnused.hasNext()) {
            bytes -= longestUnused.next().weight;
            longestUnused.remove();
        }
    }

    /** Forgets all that is known of an account. What is being read of it now is not kept. */
    public synchronized void forget(String key) {
        @Nullable Kept kept = accounts.remove(key);
        if (kept != null) {
            bytes -= kept.weight;
        }
    }

    private final class KeeperOf implements Keeper {

        private final String key;

        KeeperOf(String key) {
            this.key = key;
        }

        @Override
        public void weigh(AccountFacts facts) {
            KnownAccounts.this.weigh(key, facts);
        }

        @Override
        public void listingChanged(AccountFacts facts) {
            if (keeps(key, facts)) {
                try {
                    listingChanged.accept(key);
                } catch (RuntimeException e) {
                    faults.tell(e);
                }
            }
        }

        @Override
        public void fault(Throwable fault) {
            faults.tell(fault);
        }

        @Override
        public long mostBytes() {
            return mostBytes / FEWEST_ACCOUNTS;
        }
    }
}
