package dev.toolsmith.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ReadinessTest {

    @Test
    void oneCallerWaitsForASlowPartAndOthersAreToldWhatWasKnown() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        BooleanSupplier slow = () -> {
            asked.countDown();
            try {
                return go.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
        Readiness readiness = new Readiness(Map.of("store", slow));
        CompletableFuture<Map<String, Boolean>> waiting = CompletableFuture.supplyAsync(readiness::answers);
        asked.await();
        assertThat(readiness.answers()).containsEntry("store", false).containsEntry("accepting", true);
        assertThat(waiting.isDone()).isFalse();
        go.countDown();
        assertThat(waiting.get()).containsEntry("store", true);
        assertThat(readiness.answers()).containsEntry("store", true);
    }
}
