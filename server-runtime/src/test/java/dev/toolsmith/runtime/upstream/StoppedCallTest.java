package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class StoppedCallTest {

    private final AtomicBoolean may = new AtomicBoolean(true);

    @Test
    void aReadIsNotTriedAgainOnceItMayNotBeSent() {
        try (Shop shop = new Shop().reading()) {
            shop.api().answering((request, out, socket) -> {
                may.set(false);
                StubApi.json(503, "").write(request, out, socket);
            });

            ToolResult result = ended(shop.call("shop_get", may::get));

            assertThat(result.code()).isEqualTo(CallTerms.STOPPED);
            assertThat(text(result)).endsWith("Nothing more was sent.");
            assertThat(shop.api().journal()).hasSize(1);
        }
    }

    @Test
    void aWriteThatFoundNobodyIsNotTriedAgainOnceItMayNotBeSent() {
        AtomicInteger asked = new AtomicInteger();
        try (Shop shop = new Shop().writing()) {
            shop.caller();
            shop.api().close();

            ToolResult result = ended(shop.call("shop_create", () -> asked.incrementAndGet() < 2));

            assertThat(result.code()).isEqualTo(CallTerms.STOPPED);
            assertThat(text(result)).endsWith("Nothing was sent.");
        }
    }

    @Test
    void aCallThatWaitedForAConnectionIsNotSentOnceItMayNotBe() throws Exception {
        UpstreamLimits oneConnection =
                new UpstreamLimits(Duration.ofSeconds(20), Duration.ofSeconds(5), 1 << 20, 1 << 18, 1L << 26, 1);
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        try (Shop shop = new Shop().reading().writing().limits(oneConnection)) {
            shop.api().answering((request, out, socket) -> {
                arrived.countDown();
                awaited(gate);
                StubApi.json("{}").write(request, out, socket);
            });
            CompletableFuture<ToolResult> first = shop.call("shop_get", () -> true);
            arrived.await();
            CompletableFuture<ToolResult> second = shop.call("shop_create", may::get);

            may.set(false);
            gate.countDown();

            assertThat(ended(first).isError()).isFalse();
            assertThat(ended(second).code()).isEqualTo(CallTerms.STOPPED);
            assertThat(shop.api().journal()).hasSize(1);
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ToolResult ended(CompletableFuture<ToolResult> call) {
        return call.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static String text(ToolResult result) {
        return new String(result.text(), StandardCharsets.UTF_8);
    }
}
