package dev.toolsmith.runtime.account;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolResult;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What has been read of one account, with what could not be read. A reading counts from when it began, as what it tells
 * may have been true only then. Safe for many threads.
 */
final class AccountFacts {

    /** How long nothing that could not be read is asked for again. */
    static final Duration FAILED = Duration.ofSeconds(30);

    /** How long tools may be listed by what was known, when nothing newer can be. */
    static final Duration STALE = Duration.ofHours(1);

    private static final int BYTES_OF_AN_ENTRY = 200;
    private static final String LATE = "it was not answered in time";
    private static final String NOT_UNDERSTOOD = "its answer was not understood";

    /** Failures that say something of one use, and nothing of the account. */
    private static final Set<String> NOT_SENT = Set.of("cancelled", "stopped");

    private final LongSupplier clock;
    private final Keeper keeper;
    private final Map<String, Slot> slots = new LinkedHashMap<>();

    /** What listed tools were made of, by the hash of its value; that of something unknown is 0. */
    private final Map<String, Integer> listed = new HashMap<>();

    private long bytes = BYTES_OF_AN_ENTRY;

    /** Who keeps the facts of accounts. */
    interface Keeper {

        /** Their size has changed. */
        void weigh(AccountFacts facts);

        /** Something that listed tools were made of has become another. */
        void listingChanged(AccountFacts facts);

        /** A contributor did what it must not. */
        void fault(Throwable fault);

        /** How many bytes the facts of one account may take. */
        long mostBytes();
    }

    /**
     * A fact, or why there is none.
     *
     * @param value what it was read as; empty when it could not be read
     * @param reason why it could not be read; empty when it was
     * @param at since when it holds by the facts' clock, in nanoseconds: when its reading began, or when that failed
     * @param bytes about how much memory it takes
     * @param lasting whether others may use it too
     */
    record Known(Optional<?> value, String reason, long at, int bytes, boolean lasting) {

        static Known of(Object value, int bytes, long at) {
            return new Known(Optional.of(value), "", at, bytes, true);
        }

        static Known unknown(String reason, long at) {
            return new Known(Optional.empty(), reason, at, 0, true);
        }

        /** The same with the value of an older one; empty when that is another, or none. */
        private Optional<Known> as(@Nullable Known older) {
            return older != null && value.isPresent() && value.equals(older.value)
                    ? Optional.of(new Known(older.value, reason, at, bytes, lasting))
                    : Optional.empty();
        }

        private int hash() {
            return value.hashCode();
        }

        private Known passing() {
            return new Known(value, reason, at, bytes, false);
        }
    }

    /** A call of the API that is under way. */
    private static final class Reading {
        private final CompletableFuture<Known> answered = new CompletableFuture<>();
        private final long began;

        Reading(long began) {
            this.began = began;
        }
    }

    /** One fact: the last that is known of it, the value before it failed, and the reading that will tell more. */
    private static final class Slot {
        private @Nullable Known known;
        private @Nullable Known before;
        private boolean doubtful;
        private @Nullable Reading reading;

        void put(Known now) {
            @Nullable Known last = known;
            if (now.value.isPresent() || doubtful) {
                before = null;
            } else if (last != null && last.value.isPresent()) {
                before = last;
            }
            known = now;
        }

        /** The last value that nothing speaks against. */
        Optional<Known> last(long now) {
            @Nullable Known last = known != null && known.value.isPresent() ? known : before;
            return last == null || doubtful || now - last.at > STALE.toNanos() ? Optional.empty() : Optional.of(last);
        }

        /** The same with the object that is held already, if the value is equal. */
        Known same(Known read) {
            return read.as(known).or(() -> read.as(before)).orElse(read);
        }
    }

    AccountFacts(LongSupplier clock, Keeper keeper) {
        this.clock = clock;
        this.keeper = keeper;
    }

    long now() {
        return clock.getAsLong();
    }

    /**
     * A fact: at once when it is known, or a little later when somebody is reading it, or else by reading it.
     *
     * @param notBefore facts that held before this moment of the clock are read anew
     * @param mayRead asked, and then counts, when a reading would have to begin
     * @return what completes normally, if ever; empty when a reading may not begin
     */
    <T> Optional<CompletableFuture<Known>> find(
            Fact<T> fact, long notBefore, BooleanSupplier mayRead, AccountReads reads) {
        Reading mine;
        synchronized (this) {
            long now = now();
            @Nullable Slot slot = slots.get(fact.name());
            if (slot != null) {
                @Nullable Known known = slot.known;
                if (known != null && holds(known, slot.doubtful, notBefore, now)) {
                    return Optional.of(CompletableFuture.completedFuture(known));
                }
                @Nullable Reading other = slot.reading;
                if (other != null && other.began - notBefore >= 0 && now - other.began <= FAILED.toNanos()) {
                    return Optional.of(other.answered);
                }
            }
            if (!mayRead.getAsBoolean()) {
                return Optional.empty();
            }
            mine = new Reading(now);
            slots.computeIfAbsent(fact.name(), name -> new Slot()).reading = mine;
        }
        begin(fact, reads, mine);
        return Optional.of(mine.answered);
    }

    private static boolean holds(Known known, boolean doubtful, long notBefore, long now) {
        return known.value.isPresent() ? !doubtful && known.at - notBefore >= 0 : now - known.at <= FAILED.toNanos();
    }

    private <T> void begin(Fact<T> fact, AccountReads reads, Reading reading) {
        CompletableFuture<?> unused = CompletableFuture.completedFuture(fact)
                .thenCompose(one -> reads.read(one.tool(), one.arguments()))
                .thenApply(result -> known(fact, result, reading.began))
                .exceptionally(fault -> {
                    keeper.fault(fault);
                    return Known.unknown("it could not be read", now());
                })
                .thenAccept(read -> take(fact.name(), reading, read));
    }

    private <T> Known known(Fact<T> fact, ToolResult result, long began) {
        if (result.isError()) {
            String code = result.code();
            Known failed = Known.unknown(code.isEmpty() ? "it could not be read" : code, now());
            return NOT_SENT.contains(code) ? failed.passing() : failed;
        }
        AnswerSize size = AnswerSize.of(result.text());
        if (size.isTooLarge()) {
            return Known.unknown("its answer is too large", now());
        }
        try {
            T value = fact.reading().apply(JsonTree.read(result.text()));
            return Known.of(value, size.bytes(), began);
        } catch (RuntimeException e) {
            keeper.fault(e);
            return Known.unknown(NOT_UNDERSTOOD, now());
        }
    }

    private void take(String name, Reading reading, Known read) {
        Known taken = read;
        boolean tell = false;
        boolean grown = false;
        try {
            synchronized (this) {
                @Nullable Slot slot = slots.get(name);
                if (slot != null && slot.reading == reading) {
                    slot.reading = null;
                    if (read.lasting) {
                        taken = slot.same(read);
                        keep(name, slot, taken);
                        grown = true;
                        tell = isToBeTold(name, taken);
                    } else if (slot.known == null) {
                        slots.remove(name);
                    }
                }
            }
            tell(grown, tell);
        } catch (RuntimeException e) {
            keeper.fault(e);
        } finally {
            reading.answered.complete(taken);
        }
    }

    private void tell(boolean grown, boolean changed) {
        if (grown) {
            keeper.weigh(this);
        }
        if (changed) {
            keeper.listingChanged(this);
        }
    }

    /** Puts a fact behind all others, and drops those that were read the longest time ago when they are too many. */
    private void keep(String name, Slot slot, Known known) {
        slots.remove(name);
        put(name, slot, known);
        slot.doubtful = false;
        Iterator<Map.Entry<String, Slot>> eldest = slots.entrySet().iterator();
        while (bytes > keeper.mostBytes() && eldest.hasNext()) {
            Map.Entry<String, Slot> one = eldest.next();
            if (one.getValue().reading == null) {
                bytes -= weight(one.getKey(), one.getValue());
                eldest.remove();
            }
        }
        slots.put(name, slot);
    }

    private void put(String name, Slot slot, Known known) {
        bytes -= weight(name, slot);
        slot.put(known);
        bytes += weight(name, slot);
    }

    private static long weight(String name, Slot slot) {
        return slot.known == null ? 0 : BYTES_OF_AN_ENTRY + name.length() + bytes(slot.known) + bytes(slot.before);
    }

    private static long bytes(@Nullable Known known) {
        return known == null ? 0 : known.bytes;
    }

    /** A change is told once; nothing listed is current then, until it is listed anew. */
    private boolean isToBeTold(String name, Known now) {
        @Nullable Integer before = listed.get(name);
        boolean changed = before != null && now.value.isPresent() && before != now.hash();
        if (changed) {
            listed.clear();
        }
        return changed;
    }

    /** A reading takes too long for somebody. Others do not wait for it too; when it is answered, that counts. */
    synchronized Known late(String name, CompletableFuture<Known> reading) {
        Known late = Known.unknown(LATE, now());
        @Nullable Slot slot = slots.get(name);
        if (slot != null && slot.reading != null && slot.reading.answered == reading) {
            put(name, slot, late);
        }
        return late;
    }

    /**
     * Listed tools are made of a fact, so that they change when it does.
     *
     * @param found what was found of it now
     * @return what to list them by: that, or when it is unknown the last value that nothing speaks against
     */
    Known listed(String name, Known found) {
        boolean changed;
        Known used;
        synchronized (this) {
            @Nullable Slot slot = slots.get(name);
            Optional<Known> last = slot == null ? Optional.empty() : slot.last(now());
            used = found.value.isPresent() ? found : last.orElse(found);
            listed.put(name, used.hash());
            changed = last.isPresent() && isToBeTold(name, last.get());
        }
        tell(false, changed);
        return used;
    }

    /** The names themselves, and for one that ends with a slash all that begin with it. */
    private Set<String> meant(Collection<String> names) {
        Set<String> meant = new HashSet<>(names);
        for (String name : names) {
            if (name.endsWith("/")) {
                for (Set<String> known : List.of(slots.keySet(), listed.keySet())) {
                    known.stream().filter(one -> one.startsWith(name)).forEach(meant::add);
                }
            }
        }
        return meant;
    }

    /** Something speaks against facts: they are read anew before they are used again. */
    synchronized void doubt(Collection<String> names) {
        for (String name : meant(names)) {
            @Nullable Slot slot = slots.get(name);
            if (slot != null) {
                slot.doubtful = true;
                slot.reading = null;
            }
        }
    }

    /** Facts have become others by a call of ours. */
    void changed(Collection<String> names) {
        boolean tell = false;
        synchronized (this) {
            for (String name : meant(names)) {
                @Nullable Slot slot = slots.get(name);
                if (slot != null && (slot.known == null || slot.known.value.isEmpty())) {
                    bytes -= weight(name, slot);
                    slots.remove(name);
                }
                tell |= listed.containsKey(name);
            }
            doubt(names);
            if (tell) {
                listed.clear();
            }
        }
        tell(false, tell);
    }

    /** About how many bytes they take. */
    synchronized long bytes() {
        return bytes;
    }
}
