package dev.toolsmith.runtime.account;

import dev.toolsmith.runtime.account.AccountFacts.Known;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gives the facts of one account to one call or one listing: known ones at once, others by reading them, as many and as
 * long as the use allows. Safe for many threads.
 */
public final class FactReader {

    private final AccountFacts facts;
    private final AccountReads reads;
    private final Use use;
    private final long began;
    private final Set<String> used = new LinkedHashSet<>();
    private int left;
    private @Nullable String gap;

    /**
     * What facts are read for.
     *
     * @param mostReads how many calls of the API may be made for it
     * @param deadline how long it waits for them, all together
     * @param notBefore facts that were read before this moment of the facts' clock are read anew
     * @param listing whether a change of these facts changes the listed tools
     */
    record Use(int mostReads, Duration deadline, long notBefore, boolean listing) {}

    FactReader(AccountFacts facts, AccountReads reads, Use use) {
        this.facts = facts;
        this.reads = reads;
        this.use = use;
        this.began = System.nanoTime();
        this.left = use.mostReads();
    }

    /**
     * A fact.
     *
     * @return completes normally in any case, and within the use's time; empty when the fact cannot be known now, for
     *     which {@link #gap} tells a reason
     */
    public <T> CompletableFuture<Optional<T>> find(Fact<T> fact) {
        synchronized (this) {
            used.add(fact.name());
        }
        Optional<Known> known = facts.known(fact.name(), use.notBefore());
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(told(fact, known.get()));
        }
        if (!mayRead(fact)) {
            return CompletableFuture.completedFuture(missing("the schema of this account is read over several calls"));
        }
        long millis = Math.max(1, use.deadline().toMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        return facts.read(fact, reads)
                .completeOnTimeout(Known.unknown("it was not answered in time"), millis, TimeUnit.MILLISECONDS)
                .thenApply(read -> told(fact, read));
    }

    private synchronized boolean mayRead(Fact<?> fact) {
        if (facts.isBeingRead(fact.name())) {
            return true;
        }
        left--;
        return left >= 0;
    }

    @SuppressWarnings("unchecked")
    private <T> Optional<T> told(Fact<T> fact, Known known) {
        if (use.listing()) {
            facts.listed(fact.name(), known);
        }
        return known.value().isPresent() ? (Optional<T>) known.value() : missing(known.reason());
    }

    private synchronized <T> Optional<T> missing(String why) {
        if (gap == null) {
            gap = why;
        }
        return Optional.empty();
    }

    /** Why a fact that was asked for could not be known, the first of them; empty when none was missing. */
    public synchronized Optional<String> gap() {
        return Optional.ofNullable(gap);
    }

    /** The names of the facts that were asked for. */
    synchronized Set<String> used() {
        return Set.copyOf(used);
    }
}
