package dev.toolsmith.runtime.account;

import dev.toolsmith.runtime.account.AccountFacts.Known;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Gives the facts of one account to one call or one listing: known ones at once, others by reading them, as many and as
 * long as the use allows. Safe for many threads.
 */
public final class FactReader {

    private final AccountFacts facts;
    private final AccountReads reads;
    private final Alarm alarm;
    private final Use use;
    private final AtomicInteger left;
    private long oldest;
    private @Nullable String gap;

    /**
     * What facts are read for.
     *
     * @param mostReads how many calls of the API may be made for it
     * @param notBefore facts that held before this moment of the facts' clock are read anew
     * @param until the moment of the facts' clock at which it waits for them no longer
     * @param listing whether a change of these facts changes the listed tools
     * @param cancelled completed when it needs no facts any more: nothing is read for it then, and what is being read is
     *     left to others that may wait for it
     */
    record Use(int mostReads, long notBefore, long until, boolean listing, CompletableFuture<Void> cancelled) {}

    private static final String CANCELLED = "nobody waits for it any more";

    FactReader(AccountFacts facts, AccountReads reads, Alarm alarm, Use use) {
        this.facts = facts;
        this.reads = reads;
        this.alarm = alarm;
        this.use = use;
        this.left = new AtomicInteger(use.mostReads());
        this.oldest = facts.now();
    }

    /**
     * A fact.
     *
     * @return completes normally in any case, and within the use's time; empty when the fact cannot be known now. For
     *     that {@link #gap} tells a reason, also when a listing is given an older value instead
     */
    public <T> CompletableFuture<Optional<T>> find(Fact<T> fact) {
        if (use.cancelled().isDone()) {
            return CompletableFuture.completedFuture(told(fact, Known.unknown(CANCELLED, facts.now())));
        }
        Optional<CompletableFuture<Known>> found = facts.find(fact, use.notBefore(), this::mayRead, reads);
        if (found.isEmpty()) {
            String why = timeLeft() > 0
                    ? "the schema of this account is read over several calls"
                    : "the schema of this account was not answered in time";
            return CompletableFuture.completedFuture(told(fact, Known.unknown(why, facts.now())));
        }
        CompletableFuture<Known> reading = found.get();
        CompletableFuture<Known> answered = reading.isDone() ? reading : inTime(fact.name(), reading);
        return answered.thenApply(known -> told(fact, known));
    }

    private boolean mayRead() {
        return timeLeft() > 0 && left.getAndUpdate(reads -> Math.max(0, reads - 1)) > 0;
    }

    private long timeLeft() {
        return use.until() - facts.now();
    }

    private CompletableFuture<Known> inTime(String name, CompletableFuture<Known> reading) {
        CompletableFuture<Known> waiting = reading.copy();
        Runnable cancel = alarm.after(timeLeft(), () -> {
            if (!waiting.isDone()) {
                waiting.complete(facts.late(name, reading));
            }
        });
        CompletableFuture<Known> unused = waiting.whenComplete((known, fault) -> cancel.run());
        CompletionStage<Void> unusedToo =
                use.cancelled().thenRun(() -> waiting.complete(Known.unknown(CANCELLED, facts.now())));
        return waiting;
    }

    @SuppressWarnings("unchecked")
    private <T> Optional<T> told(Fact<T> fact, Known known) {
        Known used = use.listing() ? facts.listed(fact.name(), known) : known;
        if (known.value().isEmpty()) {
            missing(known.reason());
        }
        if (used.value().isEmpty()) {
            return Optional.empty();
        }
        synchronized (this) {
            oldest = used.at() - oldest < 0 ? used.at() : oldest;
        }
        return (Optional<T>) used.value();
    }

    private synchronized void missing(String why) {
        if (gap == null) {
            gap = why;
        }
    }

    /** Why a fact that was asked for could not be known, the first of them; empty when none was missing. */
    public synchronized Optional<String> gap() {
        return Optional.ofNullable(gap);
    }

    /** Whether all facts that it gave held at a moment of the facts' clock. */
    synchronized boolean heldAt(long moment) {
        return oldest - moment >= 0;
    }
}
