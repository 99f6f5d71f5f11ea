package dev.toolsmith.runtime.account;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolResult;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What has been read of one account, with what could not be read. Safe for many threads. */
final class AccountFacts {

    private static final int BYTES_OF_AN_ENTRY = 200;

    private final LongSupplier clock;
    private final Ages ages;
    private final Runnable grown;
    private final Runnable listingChanged;
    private final Map<String, Known> byName = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Known>> underWay = new ConcurrentHashMap<>();
    private final Map<String, Optional<?>> listed = new ConcurrentHashMap<>();

    /**
     * How long facts hold.
     *
     * @param known those that were read
     * @param failed those that could not be read, so that they are not asked for again meanwhile
     */
    record Ages(Duration known, Duration failed) {}

    /**
     * A fact, or why there is none.
     *
     * @param value what it was read as; empty when it could not be read
     * @param reason why it could not be read; empty when it was
     * @param readAt when, by the facts' clock, in nanoseconds
     * @param bytes the size of the answer that it was made of
     * @param doubtful whether something speaks against it
     */
    record Known(Optional<?> value, String reason, long readAt, int bytes, boolean doubtful) {

        static Known unknown(String reason) {
            return new Known(Optional.empty(), reason, 0, 0, false);
        }

        Known at(long moment) {
            return new Known(value, reason, moment, bytes, false);
        }

        Known doubted() {
            return new Known(value, reason, readAt, bytes, true);
        }
    }

    /**
     * Facts of a new account.
     *
     * @param clock nanoseconds
     * @param grown told when their size has changed
     * @param listingChanged told when a fact that listed tools were made of has become another
     */
    AccountFacts(LongSupplier clock, Ages ages, Runnable grown, Runnable listingChanged) {
        this.clock = clock;
        this.ages = ages;
        this.grown = grown;
        this.listingChanged = listingChanged;
    }

    long now() {
        return clock.getAsLong();
    }

    /** A fact that holds and was not read before a moment, or a failure to read it that is too young to try again. */
    Optional<Known> known(String name, long notBefore) {
        Known known = byName.get(name);
        if (known == null || known.doubtful() || known.readAt() - notBefore < 0) {
            return Optional.empty();
        }
        Duration age = known.value().isPresent() ? ages.known() : ages.failed();
        return now() - known.readAt() <= age.toNanos() ? Optional.of(known) : Optional.empty();
    }

    /** Whether all of some facts were read at or after a moment. */
    boolean areSince(Collection<String> names, long moment) {
        return names.stream().allMatch(name -> known(name, moment).isPresent());
    }

    boolean isBeingRead(String name) {
        return underWay.containsKey(name);
    }

    /** Reads a fact, or waits for a reading that is under way. */
    <T> CompletableFuture<Known> read(Fact<T> fact, AccountReads reads) {
        CompletableFuture<Known> mine = new CompletableFuture<>();
        @Nullable CompletableFuture<Known> other = underWay.putIfAbsent(fact.name(), mine);
        if (other != null) {
            return other.copy();
        }
        CompletableFuture<?> unused = asked(fact, reads).whenComplete((known, failure) -> {
            Known taken = taken(fact.name(), known != null ? known : Known.unknown("it could not be read"));
            underWay.remove(fact.name(), mine);
            mine.complete(taken);
        });
        return mine.copy();
    }

    private static <T> CompletableFuture<Known> asked(Fact<T> fact, AccountReads reads) {
        try {
            return reads.read(fact.tool(), fact.arguments()).thenApply(result -> known(fact, result));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static <T> Known known(Fact<T> fact, ToolResult result) {
        if (result.isError()) {
            return Known.unknown(result.code().isEmpty() ? "it could not be read" : result.code());
        }
        T value = fact.reading().apply(JsonTree.read(result.text()));
        return new Known(Optional.of(value), "", 0, result.text().length, false);
    }

    private Known taken(String name, Known read) {
        Known now = read.at(now());
        byName.put(name, now);
        grown.run();
        boolean toldOtherwise = listed.containsKey(name) && !now.value().equals(listed.get(name));
        if (now.value().isPresent() && toldOtherwise) {
            listingChanged.run();
        }
        return now;
    }

    /** Listed tools were made of a fact, so that they change when it does. */
    void listed(String name, Known known) {
        listed.put(name, known.value());
    }

    /** Makes facts be read anew before they are used again. */
    void doubt(Collection<String> names) {
        names.forEach(name -> byName.computeIfPresent(name, (same, known) -> known.doubted()));
    }

    /** Facts have become others by a call of ours. */
    void tellOfChange(Collection<String> names) {
        if (names.stream().anyMatch(listed::containsKey)) {
            listingChanged.run();
        }
    }

    /** About how many bytes they take. */
    int bytes() {
        int sum = BYTES_OF_AN_ENTRY;
        for (Known known : byName.values()) {
            sum += BYTES_OF_AN_ENTRY + known.bytes();
        }
        return sum;
    }
}
