package dev.toolsmith.runtime.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.account.KnownAccounts.Timing;
import dev.toolsmith.runtime.tool.ToolResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class KnownAccountsTest {

    private static final int BYTES_OF_AN_ACCOUNT = 10_000;

    private final HandClock clock = new HandClock();
    private final AccountMemory memory = new AccountMemory(10 * BYTES_OF_AN_ACCOUNT);
    private final KnownAccounts accounts = accounts();

    private KnownAccounts accounts() {
        return new KnownAccounts(
                new Shelves(), new Timing(clock, clock, KnownAccounts.HOLD), memory, key -> {}, fault -> {});
    }

    /** Uses an account; whether it had to be read. */
    private boolean reads(String key, int bytes) {
        return reads(accounts, key, bytes);
    }

    private static boolean reads(KnownAccounts accounts, String key, int bytes) {
        ShelfApi api = new ShelfApi().shelves("a", "x".repeat(bytes));
        assertThat(accounts.of(key, api).check(Shelves.tool("shop_put"), Shelves.put("a")))
                .isDone();
        return !api.journal.isEmpty();
    }

    private boolean reads(String key) {
        return reads(key, BYTES_OF_AN_ACCOUNT - 1000);
    }

    @Test
    void theAccountsThatWereNotUsedForTheLongestTimeAreDropped() {
        for (int i = 0; i < 10; i++) {
            assertThat(reads("account " + i)).isTrue();
        }
        assertThat(reads("account 0")).isFalse();
        assertThat(reads("account 10")).isTrue();
        assertThat(reads("account 11")).isTrue();
        for (int i : List.of(0, 3, 4, 5, 6, 7, 8, 9, 10, 11)) {
            assertThat(reads("account " + i)).as("account %s", i).isFalse();
        }
        assertThat(reads("account 1")).isTrue();
    }

    @Test
    void aLargeAccountTakesThePlaceOfSeveral() {
        for (int i = 0; i < 10; i++) {
            reads("account " + i);
        }
        reads("large", 2 * BYTES_OF_AN_ACCOUNT);
        assertThat(reads("large")).isFalse();
        assertThat(reads("account 9")).isFalse();
        assertThat(reads("account 2")).isFalse();
        assertThat(reads("account 1")).isTrue();
    }

    @Test
    void oneAccountMayTakeAnEighthOfAll() {
        ShelfApi api = new ShelfApi().sizes(ShelfApi.names("S", "x".repeat(4000)));
        for (int i = 0; i < 100; i++) {
            assertThat(accounts.of("one", api).check(Shelves.tool("shop_put"), Shelves.put("a", "S")))
                    .isDone();
            assertThat(accounts.of("one", api).check(Shelves.tool("shop_put"), Shelves.put("shelf " + i, "S")))
                    .isDone();
        }
        reads("other");
        api.journal.clear();
        for (int i = 0; i < 7; i++) {
            assertThat(accounts.of("other", api).check(Shelves.tool("shop_put"), Shelves.put("a")))
                    .isDone();
        }
        assertThat(api.journal).as("the other one is still known").isEmpty();
        assertThat(accounts.of("one", api).check(Shelves.tool("shop_put"), Shelves.put("shelf 99", "S")))
                .isDone();
        assertThat(api.journal).as("what was read last is still known").isEmpty();
        assertThat(accounts.of("one", api).check(Shelves.tool("shop_put"), Shelves.put("shelf 90", "S")))
                .isDone();
        assertThat(api.journal).as("what was read first is dropped").isNotEmpty();
    }

    @Test
    void severalApisShareTheMemory() {
        KnownAccounts other = accounts();
        for (int i = 0; i < 10; i++) {
            assertThat(reads("account " + i)).isTrue();
        }
        for (int i = 0; i < 5; i++) {
            assertThat(reads(other, "account " + i, BYTES_OF_AN_ACCOUNT - 1000)).isTrue();
        }
        for (int i = 0; i < 5; i++) {
            assertThat(reads(other, "account " + i, BYTES_OF_AN_ACCOUNT - 1000)).isFalse();
        }
        assertThat(reads("account 5")).isFalse();
        assertThat(reads("account 4")).isTrue();
    }

    @Test
    void aForgottenAccountLeavesItsPlace() {
        for (int i = 0; i < 10; i++) {
            reads("account " + i);
        }
        accounts.forget("account 5");
        accounts.forget("account 5");
        accounts.forget("unknown");
        assertThat(reads("account 10")).isTrue();
        assertThat(reads("account 0")).isFalse();
        assertThat(reads("account 5")).isTrue();
        assertThat(reads("account 1")).isTrue();
    }

    @Test
    void manyCallsAtOnceReadAFactOnce() throws InterruptedException {
        int threads = 8;
        CompletableFuture<ToolResult> answer = new CompletableFuture<>();
        Queue<String> journal = new ConcurrentLinkedQueue<>();
        AccountReads api = (tool, arguments) -> {
            journal.add(tool);
            return answer;
        };
        Queue<CompletableFuture<CheckedCall>> checks = new ConcurrentLinkedQueue<>();
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            executor.execute(() -> {
                awaitAll(together);
                checks.add(accounts.of("one", api).check(Shelves.tool("shop_put"), Shelves.put("z")));
            });
        }
        executor.shutdown();
        assertThat(executor.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        answer.complete(ShelfApi.names("a").get());
        assertThat(checks)
                .hasSize(threads)
                .allSatisfy(check -> assertThat(check.join().refusal()).isPresent());
        assertThat(journal).hasSize(1);
    }

    @Test
    void nobodySeesAnythingOlderThanAChangeThatIsOver() throws InterruptedException {
        int changes = 500;
        AtomicInteger version = new AtomicInteger();
        AtomicInteger announced = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(8);
        AccountReads api = (tool, arguments) -> CompletableFuture.supplyAsync(version::get, executor)
                .thenApplyAsync(read -> ShelfApi.names(String.valueOf(read)).get(), executor);
        CompletableFuture<?> writer = CompletableFuture.runAsync(
                () -> {
                    for (int i = 1; i <= changes; i++) {
                        version.set(i);
                        ToolResult renamed = ToolResult.of(new byte[0]);
                        accounts.of("one", api)
                                .after(Shelves.tool("shop_rename_shelf"), Shelves.put("a"), Shelves.put("a"), renamed)
                                .join();
                        announced.set(i);
                    }
                },
                executor);
        List<CompletableFuture<?>> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            readers.add(CompletableFuture.runAsync(
                    () -> {
                        while (!writer.isDone()) {
                            int least = announced.get();
                            assertThat(seen(api)).isGreaterThanOrEqualTo(least);
                        }
                    },
                    executor));
        }
        CompletableFuture<?> all = CompletableFuture.allOf(readers.toArray(CompletableFuture[]::new));
        assertThat(all).succeedsWithin(Duration.ofMinutes(2));
        assertThat(seen(api)).isEqualTo(changes);
        executor.shutdown();
    }

    /** The version that stands in a refusal. */
    private int seen(AccountReads api) {
        String refusal = accounts.of("one", api)
                .check(Shelves.tool("shop_put"), Shelves.put("none"))
                .join()
                .refusal()
                .orElseThrow();
        return Integer.parseInt(refusal.substring(refusal.indexOf('[') + 1, refusal.indexOf(']')));
    }

    private static void awaitAll(CyclicBarrier together) {
        try {
            together.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void accountsThatAreLargerThanAllMemoryAreReadEachTime() {
        assertThat(reads("large", 11 * BYTES_OF_AN_ACCOUNT)).isTrue();
        assertThat(reads("large", 11 * BYTES_OF_AN_ACCOUNT)).isTrue();
        assertThat(reads("small")).isTrue();
        assertThat(reads("small")).isFalse();
    }
}
