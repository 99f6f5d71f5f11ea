package dev.toolsmith.runtime.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.account.KnownAccounts.Timing;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.tool.ToolList.Listing;
import dev.toolsmith.runtime.tool.ToolResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class AccountTest {

    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    private final HandClock clock = new HandClock();
    private final ShelfApi api = new ShelfApi();
    private final List<String> changes = new ArrayList<>();
    private final List<Throwable> faults = new ArrayList<>();
    private KnownAccounts accounts = accounts(new Shelves());
    private final BundledTool put = Shelves.tool("shop_put");

    private KnownAccounts accounts(SchemaContributor contributor) {
        Timing timing = new Timing(clock, clock, KnownAccounts.HOLD);
        return new KnownAccounts(contributor, timing, new AccountMemory(1 << 20), changes::add, faults::add);
    }

    private CompletableFuture<CheckedCall> checking(ObjectNode arguments) {
        return accounts.of("one", api).check(put, arguments);
    }

    private CheckedCall checked(ObjectNode arguments) {
        CompletableFuture<CheckedCall> check = checking(arguments);
        assertThat(check).isDone();
        return check.join();
    }

    private Optional<String> refusal(String shelf, String... sizes) {
        return checked(Shelves.put(shelf, sizes)).refusal();
    }

    private ToolResult after(String tool, ToolResult result) {
        ObjectNode arguments = Shelves.put("a");
        CompletableFuture<ToolResult> after =
                accounts.of("one", api).after(Shelves.tool(tool), arguments, arguments, result);
        assertThat(after).isDone();
        return after.join();
    }

    private String listed() {
        return text(listing().join());
    }

    private CompletableFuture<Listing> listing() {
        return accounts.of("one", api).listed(Shelves.tools());
    }

    private static String text(Listing listing) {
        return new String(
                        listing.tools().bytes(),
                        listing.tools().offset(),
                        listing.tools().length(),
                        UTF_8)
                + listing.meta().map(meta -> new String(meta, UTF_8)).orElse("");
    }

    @Test
    void aFactIsReadOnceAndHoldsForItsTime() {
        assertThat(checked(Shelves.put("a")))
                .isEqualTo(new CheckedCall(Shelves.put("a"), Optional.empty(), Optional.empty()));
        clock.pass(KnownAccounts.HOLD);
        refusal("b");
        assertThat(api.journal).containsExactly("shop_list_shelves");
        clock.pass(MOMENT);
        refusal("b");
        assertThat(api.journal).hasSize(2);
    }

    @Test
    void aCallThatDoesNotFitIsRefusedWithItsProblems() {
        assertThat(refusal("c", "S", "XL")).hasValue("""
                These arguments do not fit this account. Nothing was sent.
                - shelf: "c" is none of [a, b]
                - size: "XL" is none of [S, M]
                Mend them and call the tool again.""");
        assertThat(refusal("c"))
                .hasValueSatisfying(text -> assertThat(text).endsWith("\nMend it and call the tool again."));
    }

    @Test
    void manyLongProblemsAreCut() {
        accounts = accounts(new Shelves() {
            @Override
            public CompletableFuture<ArgumentCheck> check(BundledTool tool, ObjectNode arguments, FactReader facts) {
                List<String> problems = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    problems.add("x".repeat(1999) + "😀\nforged line");
                }
                return CompletableFuture.completedFuture(new ArgumentCheck(arguments, problems));
            }
        });
        List<String> lines = refusal("a").orElseThrow().lines().toList();
        assertThat(lines).hasSize(13);
        assertThat(lines.get(1)).isEqualTo("- " + "x".repeat(1999) + "…");
        assertThat(lines.get(11)).isEqualTo("- and 2 more");
    }

    @Test
    void whatAnAccountCallsThingsBringsNoControlCharactersIntoMessages() {
        accounts = accounts(new Shelves() {
            @Override
            public CompletableFuture<ArgumentCheck> check(BundledTool tool, ObjectNode arguments, FactReader facts) {
                String problem = "none of \u001b[31mred, left\u202eright,\u2028next\u0085\u0007 Won 🎉";
                return CompletableFuture.completedFuture(new ArgumentCheck(arguments, List.of(problem)));
            }
        });
        assertThat(refusal("a").orElseThrow().lines())
                .element(1)
                .isEqualTo("- none of [31mred, left right, next Won 🎉");
    }

    @Test
    void aRefusalRestsOnWhatWasReadForThisCall() {
        refusal("a");
        clock.pass(Duration.ofSeconds(2));
        api.shelves("a", "b", "c");
        assertThat(refusal("c"))
                .as("somebody else has made it since it was read")
                .isEmpty();
        assertThat(api.journal).hasSize(2);
    }

    @Test
    void refusalsThatFollowOneAnotherCloselyRestOnOneReading() {
        for (int i = 0; i < 10; i++) {
            assertThat(refusal("c")).isPresent();
            clock.pass(Duration.ofMillis(100));
        }
        assertThat(refusal("c")).isPresent();
        assertThat(api.journal).hasSize(1);
        clock.pass(MOMENT);
        assertThat(refusal("c")).isPresent();
        assertThat(api.journal).hasSize(2);
    }

    @Test
    void aReadingCountsFromWhenItBegan() {
        api.holding();
        CompletableFuture<CheckedCall> first = checking(Shelves.put("a"));
        clock.pass(Duration.ofMillis(600));
        CompletableFuture<CheckedCall> second = checking(Shelves.put("b"));
        api.answerAll();
        assertThat(first.join().gap()).isEmpty();
        assertThat(second.join().gap()).isEmpty();
        assertThat(api.journal).hasSize(1);
        clock.pass(Duration.ofMillis(600));
        refusal("c");
        assertThat(api.journal).as("it counts from when the reading began").hasSize(2);
    }

    @Test
    void whatCannotBeReadIsNotAskedForAgainForAWhile() {
        api.shelves(ShelfApi.failing("rate_limited"));
        assertThat(checked(Shelves.put("c")))
                .isEqualTo(new CheckedCall(Shelves.put("c"), Optional.empty(), Optional.of("rate_limited")));
        clock.pass(AccountFacts.FAILED);
        assertThat(checked(Shelves.put("c")).gap()).hasValue("rate_limited");
        assertThat(api.journal).hasSize(1);
        clock.pass(MOMENT);
        api.shelves("a");
        assertThat(refusal("c")).isPresent();
        assertThat(api.journal).hasSize(2);
    }

    @Test
    void aFailureIsNotAskedForAgainToMakeSure() {
        api.shelves(ShelfApi.failing("forbidden"));
        refusal("a", "S");
        clock.pass(Duration.ofSeconds(11));
        api.journal.clear();
        assertThat(refusal("a", "XL")).isPresent();
        assertThat(api.journal).containsExactly("shop_list_sizes {\"shelf\":\"a\"}");
    }

    @Test
    void answersThatAreNotWhatTheyShouldBeLeaveAGap() {
        String deep = "[".repeat(300) + "]".repeat(300);
        String many = "{\"data\":[0" + ",0".repeat(300_000) + "]}";
        String long_ = "{\"data\":[\"" + "x".repeat(3 << 20) + "\"]}";
        for (String answer : List.of("{}", "[]", "{\"data\":", "{\"data\":[],\"data\":[]}", "", deep, many, long_)) {
            api.shelves(ShelfApi.json(answer));
            CheckedCall check = checked(Shelves.put("c"));
            assertThat(check.refusal()).isEmpty();
            assertThat(check.gap()).hasValueSatisfying(gap -> assertThat(gap).startsWith("its answer "));
            clock.pass(AccountFacts.FAILED.plus(MOMENT));
        }
        assertThat(faults).isNotEmpty();
    }

    @Test
    void aReadingThatWasNotSentIsNoFailureOfTheAccount() {
        for (String code : List.of("cancelled", "stopped")) {
            api.shelves(ShelfApi.failing(code));
            assertThat(checked(Shelves.put("a")).gap()).hasValue(code);
        }
        api.shelves("a");
        assertThat(checked(Shelves.put("a")).gap()).isEmpty();
        assertThat(api.journal).hasSize(3);
    }

    @Test
    void readsThatFailOrThrowLeaveAGap() {
        for (AccountReads reads : List.<AccountReads>of(
                (tool, arguments) -> {
                    throw new IllegalStateException("sync");
                },
                (tool, arguments) -> CompletableFuture.failedFuture(new IllegalStateException("async")),
                (tool, arguments) -> {
                    throw new StackOverflowError();
                })) {
            accounts = accounts(new Shelves());
            CompletableFuture<CheckedCall> check = accounts.of("one", reads).check(put, Shelves.put("c"));
            assertThat(check)
                    .isCompletedWithValue(
                            new CheckedCall(Shelves.put("c"), Optional.empty(), Optional.of("it could not be read")));
        }
        assertThat(faults).hasSize(3);
    }

    @Test
    void aCallWaitsForReadsAsLongAsTheyMayTakeTogether() {
        api.holding();
        CompletableFuture<CheckedCall> check = checking(Shelves.put("c", "XL"));
        clock.pass(DEADLINE.minus(MOMENT));
        assertThat(check).isNotDone();
        clock.pass(MOMENT);
        assertThat(check)
                .isCompletedWithValue(new CheckedCall(
                        Shelves.put("c", "XL"), Optional.empty(), Optional.of("it was not answered in time")));
    }

    @Test
    void theTimeOfOneReadIsMissingForTheNext() {
        accounts = accounts(new Shelves() {
            @Override
            public CompletableFuture<ArgumentCheck> check(BundledTool tool, ObjectNode arguments, FactReader facts) {
                return facts.find(shelves())
                        .thenCompose(known -> facts.find(sizes("a")))
                        .thenApply(known -> ArgumentCheck.accepted(arguments));
            }
        });
        api.holding();
        CompletableFuture<CheckedCall> check = checking(Shelves.put("a"));
        clock.pass(Duration.ofSeconds(2));
        api.answerOldest();
        clock.pass(Duration.ofSeconds(1));
        assertThat(check).isDone();
        assertThat(check.join().gap()).hasValue("it was not answered in time");
    }

    @Test
    void noReadingBeginsAfterTheTimeIsUp() {
        accounts = accounts(new Shelves() {
            @Override
            public CompletableFuture<ArgumentCheck> check(BundledTool tool, ObjectNode arguments, FactReader facts) {
                clock.pass(DEADLINE);
                return super.check(tool, arguments, facts);
            }
        });
        assertThat(checked(Shelves.put("c")).gap()).hasValue("the schema of this account was not answered in time");
        assertThat(api.journal).isEmpty();
    }

    @Test
    void nobodyWaitsASecondTimeForWhatIsNotAnswered() {
        api.holding();
        CompletableFuture<CheckedCall> first = checking(Shelves.put("c"));
        clock.pass(DEADLINE);
        assertThat(first).isDone();
        assertThat(checked(Shelves.put("c")).gap()).hasValue("it was not answered in time");
        assertThat(api.journal).hasSize(1);
        api.answerAll();
        assertThat(refusal("c")).as("an answer that comes late counts").isPresent();
    }

    @Test
    void aReadingThatNeverEndsIsGivenUp() {
        api.holding();
        CompletableFuture<CheckedCall> first = checking(Shelves.put("c"));
        clock.pass(DEADLINE);
        clock.pass(AccountFacts.FAILED.plus(MOMENT));
        api.shelves("c");
        CompletableFuture<CheckedCall> second = checking(Shelves.put("c"));
        assertThat(api.journal).hasSize(2);
        api.answerOldest();
        assertThat(second).isNotDone();
        api.answerOldest();
        assertThat(second.join()).isEqualTo(new CheckedCall(Shelves.put("c"), Optional.empty(), Optional.empty()));
        assertThat(first).isDone();
    }

    @Test
    void aCallReadsFourFactsAtMost() {
        accounts = accounts(new Shelves() {
            @Override
            public CompletableFuture<ArgumentCheck> check(BundledTool tool, ObjectNode arguments, FactReader facts) {
                List<String> missing = new ArrayList<>();
                CompletableFuture<?> all = CompletableFuture.completedFuture(missing);
                for (int i = 0; i < 6; i++) {
                    String shelf = "s" + i;
                    all = all.thenCombine(
                            facts.find(sizes(shelf)), (before, known) -> known.isEmpty() && missing.add(shelf));
                }
                return all.thenApply(done -> new ArgumentCheck(arguments, missing));
            }
        });
        CheckedCall first = checked(Shelves.put("a"));
        assertThat(api.journal).hasSize(4);
        assertThat(first.gap()).hasValue("the schema of this account is read over several calls");
        CheckedCall second = checked(Shelves.put("a"));
        assertThat(api.journal).hasSize(6);
        assertThat(second.gap()).isEmpty();
    }

    @Test
    void joiningAReadingTakesNothingOfTheBudget() {
        accounts = accounts(new Shelves() {
            @Override
            public CompletableFuture<ArgumentCheck> check(BundledTool tool, ObjectNode arguments, FactReader facts) {
                CompletableFuture<?> all = facts.find(shelves());
                for (int i = 0; i < 5; i++) {
                    all = all.thenCombine(facts.find(shelves()), (before, known) -> known);
                }
                for (int i = 0; i < 3; i++) {
                    all = all.thenCombine(facts.find(sizes("s" + i)), (before, known) -> known);
                }
                return all.thenApply(done -> ArgumentCheck.accepted(arguments));
            }
        });
        api.holding();
        CompletableFuture<CheckedCall> check = checking(Shelves.put("a"));
        api.answerAll();
        assertThat(check.join().gap()).isEmpty();
        assertThat(api.journal).hasSize(4);
    }

    @Test
    void aRefusalOfTheApiHasItsReasonLookedFor() {
        refusal("a");
        api.shelves("A", "b");
        ToolResult refused = ShelfApi.failing("refused_by_api").get();
        assertThat(new String(after("shop_put", refused).text(), UTF_8)).isEqualTo("""
                No.
                As the account is now:
                - shelf: "a" is none of [A, b]""");
        assertThat(refusal("A")).isEmpty();
        assertThat(api.journal).hasSize(2);
    }

    @Test
    void aNameThatEndsWithASlashStandsForAllThatBeginWithIt() {
        assertThat(checked(Shelves.put("a", "S")).refusal()).isEmpty();
        api.sizes(ShelfApi.names("XL"));
        after("shop_rename_shelf", ToolResult.of(new byte[0]));
        assertThat(checked(Shelves.put("a", "S")).refusal()).isPresent();
        assertThat(checked(Shelves.put("a", "XL")).refusal()).isEmpty();
    }

    @Test
    void aRefusalForAnotherReasonStaysAsItIs() {
        refusal("a");
        ToolResult refused = ShelfApi.failing("refused_by_api").get();
        assertThat(after("shop_put", refused)).isSameAs(refused);
        assertThat(api.journal).hasSize(2);
        ToolResult failed = ShelfApi.failing("upstream_timeout").get();
        assertThat(after("shop_put", failed)).isSameAs(failed);
        assertThat(api.journal).hasSize(2);
    }

    @Test
    void whatWasReadBeforeADoubtIsNotKept() {
        api.holding();
        CompletableFuture<CheckedCall> before = checking(Shelves.put("a"));
        after("shop_rename_shelf", ToolResult.of(new byte[0]));
        api.shelves("A");
        CompletableFuture<CheckedCall> after = checking(Shelves.put("A"));
        assertThat(api.journal)
                .as("it does not wait for the reading that may be old")
                .hasSize(2);
        api.answerAll();
        assertThat(before).isDone();
        assertThat(after.join().refusal()).isEmpty();
        assertThat(refusal("a")).isPresent();
        assertThat(api.journal).hasSize(2);
    }

    @Test
    void anOldAnswerDoesNotReplaceANewOne() {
        api.holding();
        CompletableFuture<CheckedCall> before = checking(Shelves.put("a"));
        after("shop_rename_shelf", ToolResult.of(new byte[0]));
        api.shelves("A");
        ShelfApi fast = new ShelfApi().shelves("A");
        assertThat(accounts.of("one", fast).check(put, Shelves.put("A"))).isDone();
        api.answerAll();
        assertThat(before).isDone();
        assertThat(refusal("A")).isEmpty();
        assertThat(refusal("a")).isPresent();
        assertThat(fast.journal.size() + api.journal.size()).isEqualTo(2);
    }

    @Test
    void aFailureIsReadAnewAfterACallThatChangesIt() {
        api.shelves(ShelfApi.failing("not_found"));
        refusal("a");
        api.shelves("a");
        after("shop_rename_shelf", ToolResult.of(new byte[0]));
        assertThat(checked(Shelves.put("a")).gap()).isEmpty();
        assertThat(api.journal).hasSize(2);
    }

    @Test
    void whatIsReadOfAForgottenAccountIsNotKept() {
        listed();
        clock.pass(KnownAccounts.HOLD.plus(MOMENT));
        api.shelves("other").holding();
        CompletableFuture<CheckedCall> check = checking(Shelves.put("other"));
        accounts.forget("one");
        api.answerAll();
        assertThat(check.join().refusal()).isEmpty();
        assertThat(changes).isEmpty();
        api.shelves("a");
        assertThat(refusal("a")).isEmpty();
        assertThat(api.journal).hasSize(3);
    }

    @Test
    void accountsHaveFactsOfTheirOwn() {
        ShelfApi other = new ShelfApi().shelves("z");
        assertThat(refusal("a")).isEmpty();
        assertThat(accounts.of("two", other).check(put, Shelves.put("z")).join().refusal())
                .isEmpty();
        assertThat(accounts.of("two", other).check(put, Shelves.put("a")).join().refusal())
                .isPresent();
        assertThat(other.journal).hasSize(1);
    }

    @Test
    void listedToolsAreExactForTheAccount() {
        assertThat(listed())
                .isEqualTo(
                        "{\"name\":\"shop_list_shelves\"},{\"name\":\"shop_list_sizes\"},"
                                + "{\"name\":\"shop_put\",\"description\":\"Shelves: [a, b]\"},{\"name\":\"shop_rename_shelf\"}");
    }

    @Test
    void listedToolsAreAsPublishedWhenTheAccountIsNotKnown() {
        api.shelves(ShelfApi.failing("forbidden"));
        assertThat(listed())
                .isEqualTo("{\"name\":\"shop_list_shelves\"},\n{\"name\":\"shop_list_sizes\"},\n"
                        + "{\"name\":\"shop_put\"},\n{\"name\":\"shop_rename_shelf\"}"
                        + "{\"dev.toolsmith/schema\":{\"used\":\"published\",\"reason\":\"forbidden\"}}");
    }

    @Test
    void aChangeOfWhatIsListedIsToldOnce() {
        listed();
        clock.pass(KnownAccounts.HOLD.plus(MOMENT));
        api.shelves("c");
        refusal("c");
        assertThat(changes).containsExactly("one");
        clock.pass(KnownAccounts.HOLD.plus(MOMENT));
        api.shelves("d");
        refusal("d");
        assertThat(changes).as("nobody has listed it since").hasSize(1);
        listed();
        clock.pass(KnownAccounts.HOLD.plus(MOMENT));
        api.shelves("e");
        refusal("e");
        assertThat(changes).hasSize(2);
    }

    @Test
    void aCallThatChangesWhatIsListedIsToldOnce() {
        listed();
        api.shelves("c");
        after("shop_rename_shelf", ToolResult.of(new byte[0]));
        assertThat(changes).containsExactly("one");
        refusal("c");
        assertThat(changes).hasSize(1);
        assertThat(listed()).contains("[c]");
        assertThat(changes).hasSize(1);
    }

    @Test
    void aChangeWhileToolsAreListedIsTold() {
        api.holding();
        CompletableFuture<Listing> listing = listing();
        after("shop_rename_shelf", ToolResult.of(new byte[0]));
        api.shelves("c");
        CompletableFuture<CheckedCall> check = checking(Shelves.put("c"));
        api.answerOldest();
        assertThat(text(listing.join())).contains("[a, b]");
        api.answerOldest();
        assertThat(check.join().refusal()).isEmpty();
        assertThat(changes).containsExactly("one");
    }

    @Test
    void aChangeThatWasReadBeforeAnOlderListingIsDoneIsTold() {
        api.holding();
        CompletableFuture<Listing> listing = listing();
        after("shop_rename_shelf", ToolResult.of(new byte[0]));
        ShelfApi fast = new ShelfApi().shelves("c");
        assertThat(accounts.of("one", fast).check(put, Shelves.put("c"))).isDone();
        api.answerOldest();
        assertThat(text(listing.join())).contains("[a, b]");
        assertThat(changes).containsExactly("one");
    }

    @Test
    void aFactThatIsAsBeforeChangesNothing() {
        listed();
        clock.pass(KnownAccounts.HOLD.plus(MOMENT));
        refusal("a");
        clock.pass(KnownAccounts.HOLD.plus(MOMENT));
        api.shelves(ShelfApi.failing("upstream_timeout"));
        refusal("a");
        assertThat(changes).as("what is not known now may still be so").isEmpty();
        clock.pass(KnownAccounts.HOLD.plus(MOMENT));
        api.shelves("a", "b");
        refusal("a");
        assertThat(changes).isEmpty();
        assertThat(api.journal).hasSize(4);
    }

    @Test
    void whatComesTooLateForAListingIsToldWhenItComes() {
        api.holding();
        CompletableFuture<Listing> listing = listing();
        clock.pass(DEADLINE);
        assertThat(text(listing.join())).contains("it was not answered in time");
        api.answerAll();
        assertThat(changes).containsExactly("one");
        assertThat(listed()).contains("[a, b]");
        assertThat(changes).hasSize(1);
    }

    @Test
    void whatAListingHadNoReadsLeftForIsToldWhenItIsRead() {
        accounts = accounts(new Shelves() {
            @Override
            public CompletableFuture<Map<String, ObjectNode>> listed(PublishedTools tools, FactReader facts) {
                CompletableFuture<?> all = CompletableFuture.completedFuture(true);
                for (int i = 0; i < 16; i++) {
                    all = all.thenCombine(facts.find(sizes("s" + i)), (before, known) -> known);
                }
                return all.thenApply(done -> Map.of());
            }
        });
        assertThat(listed()).contains("is read over several calls");
        assertThat(api.journal).hasSize(14);
        assertThat(changes).isEmpty();
        checked(Shelves.put("s15", "S"));
        assertThat(changes).containsExactly("one");
        assertThat(listed()).doesNotContain("reason");
        assertThat(changes).hasSize(1);
    }

    @Test
    void aListingIsAsItWasWhileNothingNewCanBeRead() {
        String before = listed();
        clock.pass(KnownAccounts.HOLD.plus(MOMENT));
        api.shelves(ShelfApi.failing("upstream_timeout"));
        assertThat(listed()).contains("Shelves: [a, b]").endsWith("\"reason\":\"upstream_timeout\"}}");
        assertThat(checked(Shelves.put("c")))
                .as("it refuses nothing")
                .isEqualTo(new CheckedCall(Shelves.put("c"), Optional.empty(), Optional.of("upstream_timeout")));
        clock.pass(AccountFacts.FAILED.plus(MOMENT));
        api.shelves("a", "b");
        assertThat(listed()).isEqualTo(before);
        assertThat(changes).as("nobody saw another list").isEmpty();
    }

    @Test
    void aListingIsNotAsItWasWhenThatIsKnownToBeOver() {
        listed();
        after("shop_rename_shelf", ToolResult.of(new byte[0]));
        api.shelves(ShelfApi.failing("upstream_timeout"));
        assertThat(listed()).doesNotContain("Shelves").contains("upstream_timeout");
    }

    @Test
    void aListingIsNotForEverAsItWas() {
        listed();
        clock.pass(AccountFacts.STALE);
        api.shelves(ShelfApi.failing("forbidden"));
        assertThat(listed()).contains("Shelves: [a, b]");
        clock.pass(MOMENT);
        assertThat(listed()).doesNotContain("Shelves").contains("forbidden");
        assertThat(changes).isEmpty();
    }

    @Test
    void aReadingThatIsNotAnsweredInTimeLeavesAListingAsItWas() {
        listed();
        clock.pass(KnownAccounts.HOLD.plus(MOMENT));
        api.holding();
        CompletableFuture<Listing> listing = listing();
        clock.pass(DEADLINE);
        assertThat(text(listing.join())).contains("Shelves: [a, b]", "it was not answered in time");
        api.answerAll();
        assertThat(changes).isEmpty();
    }

    private void checkingWith(CompletableFuture<ArgumentCheck> outcome) {
        accounts = accounts(new Shelves() {
            @Override
            public CompletableFuture<ArgumentCheck> check(BundledTool tool, ObjectNode arguments, FactReader facts) {
                return outcome;
            }
        });
    }

    private static CheckedCall published(String reason) {
        return new CheckedCall(Shelves.put("c"), Optional.empty(), Optional.of(reason));
    }

    @Test
    void aContributorThatFailsLeavesThePublishedSchema() {
        checkingWith(CompletableFuture.failedFuture(new IllegalStateException("async")));
        assertThat(checked(Shelves.put("c"))).isEqualTo(published("the schema of this account could not be applied"));
        assertThat(faults).hasSize(1);
    }

    @Test
    void aContributorThatTakesTooLongLeavesThePublishedSchemaAndIsNoFault() {
        CompletableFuture<ArgumentCheck> slow = new CompletableFuture<>();
        checkingWith(slow);
        CompletableFuture<CheckedCall> check = checking(Shelves.put("c"));
        clock.pass(DEADLINE.plusMillis(499));
        assertThat(check).isNotDone();
        clock.pass(MOMENT);
        assertThat(check).isCompletedWithValue(published("the schema of this account was not applied in time"));
        clock.pass(Duration.ofSeconds(30));
        slow.complete(ArgumentCheck.accepted(Shelves.put("c")));
        clock.pass(Duration.ofHours(1));
        assertThat(faults).isEmpty();
    }

    @Test
    void aContributorThatDoesNotComeToAnEndIsAFault() {
        checkingWith(new CompletableFuture<>());
        CompletableFuture<CheckedCall> check = checking(Shelves.put("c"));
        clock.pass(DEADLINE.plusMillis(500));
        assertThat(check).isDone();
        clock.pass(Duration.ofMinutes(2));
        assertThat(faults)
                .extracting(Throwable::getMessage)
                .containsExactly("The schemas of shop do not come to an end");
    }

    @Test
    void nothingIsHeldOfWorkThatHasEnded() {
        api.holding();
        CompletableFuture<CheckedCall> check = checking(Shelves.put("a", "S"));
        CompletableFuture<Listing> listing = listing();
        assertThat(clock.alarms()).isPositive();
        api.answerAll();
        assertThat(check).isDone();
        assertThat(listing).isDone();
        assertThat(clock.alarms()).isZero();
    }

    @Test
    void aContributorThatThrowsLeavesThePublishedSchema() {
        accounts = accounts(new Throwing());
        ToolResult result = ToolResult.of(new byte[0]);
        for (int i = 0; i < 3; i++) {
            assertThat(checked(Shelves.put("c")).gap()).hasValue("the schema of this account could not be applied");
            assertThat(after("shop_rename_shelf", result)).isSameAs(result);
            assertThat(listed())
                    .startsWith("{\"name\":\"shop_list_shelves\"},\n")
                    .endsWith("\"reason\":\"the schema of this account could not be applied\"}}");
        }
        assertThat(faults)
                .as("each is told once")
                .extracting(Throwable::getMessage)
                .containsExactly("check", "doubtful", "listed");
    }

    private static class Throwing extends Shelves {
        @Override
        public CompletableFuture<ArgumentCheck> check(BundledTool tool, ObjectNode arguments, FactReader facts) {
            throw new IllegalStateException("check");
        }

        @Override
        public Set<String> doubtful(BundledTool tool, ObjectNode arguments, ToolResult result) {
            throw new IllegalStateException("doubtful");
        }

        @Override
        public CompletableFuture<Map<String, ObjectNode>> listed(PublishedTools tools, FactReader facts) {
            throw new IllegalStateException("listed");
        }
    }

    @Test
    void aContributorThatDoesNotKnowItsToolsHasNone() {
        accounts = accounts(new Shelves() {
            @Override
            public boolean concerns(BundledTool tool) {
                throw new IllegalStateException("concerns");
            }
        });
        assertThat(accounts.of("one", api).concerns(put)).isFalse();
        assertThat(listed()).doesNotContain("Shelves").doesNotContain("reason");
        assertThat(faults).hasSize(1);
    }

    @Test
    void aListenerThatFailsBreaksNoCall() {
        Timing timing = new Timing(clock, clock, KnownAccounts.HOLD);
        accounts = new KnownAccounts(
                new Shelves(),
                timing,
                new AccountMemory(1 << 20),
                key -> {
                    throw new IllegalStateException("listener");
                },
                fault -> {
                    faults.add(fault);
                    throw new IllegalStateException("log");
                });
        listed();
        clock.pass(KnownAccounts.HOLD.plus(MOMENT));
        api.shelves("c");
        assertThat(refusal("c")).isEmpty();
        assertThat(faults).extracting(Throwable::getMessage).containsExactly("listener");
    }
}
