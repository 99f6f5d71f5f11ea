package dev.toolsmith.runtime.account;

import dev.toolsmith.runtime.account.FactReader.Use;
import dev.toolsmith.runtime.account.KnownAccounts.Timing;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.tool.ToolList;
import dev.toolsmith.runtime.tool.ToolResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * One account of an API, with what is known of it: checks calls and lists tools by schemas that are exact for it. A
 * contributor that fails or does not end makes no call fail: its published schema does then. Safe for many threads.
 */
public final class Account {

    private static final int CALL_READS = 4;

    /** For listings, and to make sure of a refusal, which may rest on all that a call names. */
    private static final int MANY_READS = 14;

    private static final Duration DEADLINE = Duration.ofSeconds(3);
    /** For what somebody asks for by itself and waits for, as over a fresh connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration GRACE = Duration.ofMillis(500);

    /** How old what refuses a call may be, so that refusals that follow one another closely do not each read. */
    private static final Duration CERTAIN = Duration.ofSeconds(1);

    private static final Duration ENDLESS = Duration.ofMinutes(2);
    private static final String LATE = "the schema of this account was not applied in time";
    private static final String NOT_APPLIED = "the schema of this account could not be applied";

    private final SchemaContributor contributor;
    private final AccountFacts facts;
    private final AccountReads reads;
    private final Timing timing;
    private final Faults faults;

    Account(SchemaContributor contributor, AccountFacts facts, AccountReads reads, Timing timing, Faults faults) {
        this.contributor = contributor;
        this.facts = facts;
        this.reads = reads;
        this.timing = timing;
        this.faults = faults;
    }

    /** What a check came to, and by which facts. */
    private record Looked(ArgumentCheck check, FactReader by) {

        /** Nothing is refused, or not by facts that were read before a moment. */
        boolean isCertain(long moment) {
            return check.problems().isEmpty() || by.heldAt(moment);
        }

        CheckedCall checked() {
            return new CheckedCall(check.arguments(), Refusal.of(check.problems()), by.gap());
        }
    }

    /** Whether calls of a tool depend on the account. */
    public boolean concerns(BundledTool tool) {
        try {
            return tool.manifest().app().equals(contributor.app()) && contributor.concerns(tool);
        } catch (RuntimeException e) {
            faults.tell(e);
            return false;
        }
    }

    /**
     * Looks at arguments that the published schema has accepted. They are never refused by facts that were read
     * before, but for the last second: those are read anew first.
     *
     * @return completes normally within the time that reading facts may take
     */
    public CompletableFuture<CheckedCall> check(BundledTool tool, ObjectNode arguments) {
        long now = facts.now();
        long certain = now - CERTAIN.toNanos();
        return guarded(
                now,
                () -> looked(tool, arguments, reader(CALL_READS, held(now), now, false))
                        .thenCompose(first -> first.isCertain(certain)
                                ? CompletableFuture.completedFuture(first)
                                : looked(tool, arguments, reader(MANY_READS, certain, now, false)))
                        .thenApply(Looked::checked),
                why -> new CheckedCall(arguments, Optional.empty(), Optional.of(why)));
    }

    private CompletableFuture<Looked> looked(BundledTool tool, ObjectNode arguments, FactReader reader) {
        return contributor.check(tool, arguments, reader).thenApply(check -> new Looked(check, reader));
    }

    private long held(long now) {
        return now - timing.hold().toNanos();
    }

    private FactReader reader(int mostReads, long notBefore, long began, boolean listing) {
        Use use = new Use(mostReads, notBefore, began + DEADLINE.toNanos(), listing, new CompletableFuture<>());
        return new FactReader(facts, reads, timing.alarm(), use);
    }

    /**
     * Learns from a call that was sent.
     *
     * @param given the arguments as they were given
     * @param sent the arguments as they were sent
     * @return the result, with a remark where the account gives reason for one; one that the API refused for something that
     *     has changed meanwhile tells how it is now
     */
    public CompletableFuture<ToolResult> after(BundledTool tool, ObjectNode given, ObjectNode sent, ToolResult result) {
        long now = facts.now();
        return guarded(now, () -> learnt(tool, given, sent, result, now), why -> result);
    }

    private CompletableFuture<ToolResult> learnt(
            BundledTool tool, ObjectNode given, ObjectNode sent, ToolResult result, long now) {
        Set<String> doubtful = contributor.doubtful(tool, sent, result);
        if (!result.isError()) {
            facts.changed(doubtful);
        }
        if (!result.isError()) {
            return contributor
                    .remark(tool, sent, result, reader(CALL_READS, held(now), now, false))
                    .thenApply(
                            words -> words.map(said -> Remark.in(result, said)).orElse(result));
        }
        if (doubtful.isEmpty()) {
            return CompletableFuture.completedFuture(result);
        }
        facts.doubt(doubtful);
        return looked(tool, given, reader(CALL_READS, held(now), now, false))
                .thenApply(looked -> Refusal.explained(result, looked.check().problems()));
    }

    /**
     * The OAuth scopes that its credential has now, read anew unless that was done just before.
     *
     * @return completes normally within the time that reading facts may take; empty when they are not known
     */
    public CompletableFuture<Optional<List<String>>> grantedScopes() {
        long now = facts.now();
        return guarded(
                now,
                () -> contributor
                        .grantedScopes()
                        .map(reader(1, now - CERTAIN.toNanos(), now, false)::find)
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())),
                why -> Optional.empty());
    }

    /**
     * Lists tools with schemas that are exact for the account.
     *
     * @return completes normally within the time that reading facts may take
     */
    public CompletableFuture<ToolList.Listing> listed(BundleTools tools) {
        List<BundledTool> concerned = new ArrayList<>();
        tools.tools()
                .forEach(tool -> tools.find(tool.name()).filter(this::concerns).ifPresent(concerned::add));
        if (concerned.isEmpty()) {
            return CompletableFuture.completedFuture(ToolList.Listing.of(tools.listing()));
        }
        long now = facts.now();
        FactReader reader = reader(MANY_READS, held(now), now, true);
        return guarded(
                now,
                () -> contributor
                        .listed(new PublishedTools(concerned, tools), reader)
                        .thenApply(changed -> listing(MergedListing.of(tools, changed), reader.gap())),
                why -> listing(tools.listing(), Optional.of(why)));
    }

    /**
     * Puts one answer of the account in words, with what may be asked for that.
     *
     * @param otherwise what it comes to where the work fails or does not end
     * @return completes normally within the time that reading facts may take
     */
    public <T> CompletableFuture<T> looking(Function<AccountLook, CompletableFuture<T>> work, T otherwise) {
        long now = facts.now();
        FactReader reader = reader(CALL_READS, held(now), now, false);
        return guarded(now, () -> work.apply(new AccountLook(reader, reads, DEADLINE)), why -> otherwise);
    }

    /**
     * The facts of the account for one question that is neither a call nor a listing of tools.
     *
     * @param cancelled completed when nobody waits for the question's answer any more
     */
    public FactReader facts(CompletableFuture<Void> cancelled) {
        long now = facts.now();
        Use use = new Use(MANY_READS, held(now), now + PATIENCE.toNanos(), false, cancelled);
        return new FactReader(facts, reads, timing.alarm(), use);
    }

    private static ToolList.Listing listing(ToolList.ListedTool tools, Optional<String> gap) {
        return gap.map(why -> CheckedCall.published(tools, why)).orElseGet(() -> ToolList.Listing.of(tools));
    }

    /** Work of the contributor's that completes normally and in time, whatever the contributor does. */
    private <T> CompletableFuture<T> guarded(
            long began, Supplier<CompletableFuture<T>> work, Function<String, T> otherwise) {
        CompletableFuture<T> done = CompletableFuture.completedFuture(work)
                .thenCompose(Supplier::get)
                .exceptionally(fault -> {
                    faults.tell(fault);
                    return otherwise.apply(NOT_APPLIED);
                });
        if (done.isDone()) {
            return done;
        }
        CompletableFuture<T> inTime = done.copy();
        Runnable cancel = timing.alarm().after(began + DEADLINE.plus(GRACE).toNanos() - facts.now(), () -> {
            if (inTime.complete(otherwise.apply(LATE))) {
                tellUnlessItEnds(done);
            }
        });
        CompletableFuture<T> unused = inTime.whenComplete((result, fault) -> cancel.run());
        return inTime;
    }

    /** What ends late is the machine's slowness, and no fault. */
    private void tellUnlessItEnds(CompletableFuture<?> work) {
        Runnable cancel = timing.alarm()
                .after(
                        ENDLESS.toNanos(),
                        () -> faults.tell(new IllegalStateException(
                                "The schemas of " + contributor.app() + " do not come to an end")));
        CompletableFuture<?> unused = work.whenComplete((result, fault) -> cancel.run());
    }
}
