package dev.toolsmith.runtime.account;

import dev.toolsmith.runtime.account.AccountFacts.Keeper;
import dev.toolsmith.runtime.account.AccountMemory.Place;
import dev.toolsmith.runtime.bundle.BundleTools;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What is known of an API's accounts, as long as there is memory for it; changes of dropped accounts are not told. Safe for
 * many threads.
 */
public final class KnownAccounts {

    /** How long facts of an account hold. */
    public static final Duration HOLD = Duration.ofMinutes(10);

    private final SchemaContributor contributor;
    private final Timing timing;
    private final AccountMemory memory;
    private final Consumer<String> listingChanged;
    private final Faults faults;

    /**
     * What time it is.
     *
     * @param clock nanoseconds
     * @param alarm goes by the same clock
     * @param hold how long facts hold
     */
    record Timing(LongSupplier clock, Alarm alarm, Duration hold) {}

    /**
     * Accounts of which nothing is known yet.
     *
     * @param listingChanged told the key of an account whose listed tools have become others; must be quick
     */
    public KnownAccounts(SchemaContributor contributor, Consumer<String> listingChanged) {
        this(contributor, System::nanoTime, HOLD, listingChanged);
    }

    /**
     * Accounts whose contributor's faults are told, in memory of their own.
     *
     * @param listingChanged told the key of an account whose listed tools have become others; must be quick
     * @param faults told each kind of fault of the contributor once; must not throw
     */
    public KnownAccounts(SchemaContributor contributor, Consumer<String> listingChanged, Consumer<Throwable> faults) {
        this(contributor, new AccountMemory(), listingChanged, faults);
    }

    /**
     * Accounts in memory that other APIs' accounts share.
     *
     * @param listingChanged told the key of an account whose listed tools have become others; must be quick
     * @param faults told each kind of fault of the contributor once; must not throw
     */
    public KnownAccounts(
            SchemaContributor contributor,
            AccountMemory memory,
            Consumer<String> listingChanged,
            Consumer<Throwable> faults) {
        this(contributor, new Timing(System::nanoTime, Alarm.CLOCK, HOLD), memory, listingChanged, faults);
    }

    /**
     * Accounts by a clock of one's own.
     *
     * @param clock nanoseconds, as fast as time goes by
     * @param hold how long facts hold
     */
    public KnownAccounts(
            SchemaContributor contributor, LongSupplier clock, Duration hold, Consumer<String> listingChanged) {
        this(contributor, new Timing(clock, Alarm.CLOCK, hold), new AccountMemory(), listingChanged, fault -> {});
    }

    KnownAccounts(
            SchemaContributor contributor,
            Timing timing,
            AccountMemory memory,
            Consumer<String> listingChanged,
            Consumer<Throwable> faults) {
        this.contributor = contributor;
        this.timing = timing;
        this.memory = memory;
        this.listingChanged = listingChanged;
        this.faults = new Faults(faults);
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
        AccountFacts facts =
                memory.facts(new Place(this, key), place -> new AccountFacts(timing.clock(), new KeeperOf(place)));
        return new Account(contributor, facts, reads, timing, faults);
    }

    /** Forgets all that is known of an account. What is being read of it now is not kept. */
    public void forget(String key) {
        memory.forget(new Place(this, key));
    }

    private final class KeeperOf implements Keeper {

        private final Place place;

        KeeperOf(Place place) {
            this.place = place;
        }

        @Override
        public void weigh(AccountFacts facts) {
            memory.weigh(place, facts);
        }

        @Override
        public void listingChanged(AccountFacts facts) {
            if (memory.keeps(place, facts)) {
                try {
                    listingChanged.accept(place.key());
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
            return memory.mostBytesOfOne();
        }
    }
}
