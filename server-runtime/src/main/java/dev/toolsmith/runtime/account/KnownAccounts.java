package dev.toolsmith.runtime.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.toolsmith.runtime.account.AccountFacts.Ages;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What is known of an API's accounts. Those that were not used for the longest time are dropped first. Safe for many threads. */
public final class KnownAccounts {

    /** How long facts of an account hold. */
    public static final Duration HOLD = Duration.ofMinutes(10);

    private static final Duration FAILED = Duration.ofSeconds(30);
    private static final long MOST_BYTES = 64L << 20;

    private final SchemaContributor contributor;
    private final LongSupplier clock;
    private final Ages ages;
    private final Consumer<String> listingChanged;
    private final Cache<String, AccountFacts> accounts = Caffeine.newBuilder()
            .<String, AccountFacts>weigher((key, facts) -> facts.bytes())
            .maximumWeight(MOST_BYTES)
            .executor(Runnable::run)
            .build();

    /**
     * Accounts of which nothing is known yet.
     *
     * @param listingChanged told the key of an account whose listed tools have become others; must be quick
     */
    public KnownAccounts(SchemaContributor contributor, Consumer<String> listingChanged) {
        this(contributor, System::nanoTime, HOLD, listingChanged);
    }

    /**
     * Accounts by a clock of one's own.
     *
     * @param clock nanoseconds
     * @param hold how long facts hold
     */
    public KnownAccounts(
            SchemaContributor contributor, LongSupplier clock, Duration hold, Consumer<String> listingChanged) {
        this.contributor = contributor;
        this.clock = clock;
        this.ages = new Ages(hold, FAILED);
        this.listingChanged = listingChanged;
    }

    /**
     * An account, for one use.
     *
     * @param key tells it from others, and from itself with other rights
     * @param reads calls its API; used for this use only
     */
    public Account of(String key, AccountReads reads) {
        return new Account(contributor, accounts.get(key, this::unknown), reads);
    }

    private AccountFacts unknown(String key) {
        return new AccountFacts(clock, ages, () -> weighAgain(key), () -> listingChanged.accept(key));
    }

    private void weighAgain(String key) {
        accounts.asMap().computeIfPresent(key, (same, facts) -> facts);
    }

    /** Forgets all that is known of an account. */
    public void forget(String key) {
        accounts.invalidate(key);
    }
}
