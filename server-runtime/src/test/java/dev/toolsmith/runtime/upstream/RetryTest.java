package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.fixture.StubApi.Answer;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
final class RetryTest {

    private static final Answer RESET = (request, out, socket) -> {
        socket.setSoLinger(true, 0);
        socket.close();
    };

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void aReadIsTriedThreeTimesInAll(int status) {
        try (Shop shop = new Shop().reading()) {
            shop.api().answering(StubApi.json(status, ""));
            assertThat(shop.text("shop_get", "{}"))
                    .isEqualTo("Shop refused the call: " + status + ". The fault is on its side. Try again later.");
            assertThat(shop.api().journal()).hasSize(3);
        }
    }

    @Test
    void aReadThatRecoversSucceeds() {
        try (Shop shop = new Shop().reading()) {
            shop.api().answering(StubApi.inTurn(RESET, StubApi.json(503, ""), StubApi.json("{\"a\":1}")));
            assertThat(shop.text("shop_get", "{}")).isEqualTo("{\"a\":1}");
            assertThat(shop.api().journal()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 429, 500, 501})
    void otherRefusalsAreNotTriedAgain(int status) {
        try (Shop shop = new Shop().reading()) {
            shop.api().answering(StubApi.json(status, ""));
            assertThat(shop.call("shop_get", "{}").isError()).isTrue();
            assertThat(shop.api().journal()).hasSize(1);
        }
    }

    @Test
    void aWriteIsNeverSentTwice() {
        Answer half = (request, out, socket) -> {
            out.write(
                    "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            socket.close();
        };
        List<Answer> faults = List.of(
                RESET,
                half,
                StubApi.json(500, ""),
                StubApi.json(502, ""),
                StubApi.json(503, ""),
                StubApi.json(504, ""),
                StubApi.json(429, ""),
                StubApi.json("{"),
                (request, out, socket) -> socket.close());
        for (Answer fault : faults) {
            try (Shop shop = new Shop().writing()) {
                shop.api().answering(fault);
                assertThat(shop.call("shop_create", "{\"data\":1}").isError()).isTrue();
                assertThat(shop.api().journal()).hasSize(1);
            }
        }
    }

    @Test
    void aWriteOnAConnectionThatTheApiHasClosedIsNeverSentTwice() {
        for (int i = 0; i < 20; i++) {
            try (Shop shop = new Shop().writing()) {
                shop.api().answering((request, out, socket) -> {
                    StubApi.json("{}").write(request, out, socket);
                    socket.close();
                });
                shop.call("shop_create", "{\"data\":\"first\"}");
                shop.call("shop_create", "{\"data\":\"second\"}");
                assertThat(shop.api().journal().stream()
                                .filter(got -> got.text().contains("second")))
                        .hasSizeLessThanOrEqualTo(1);
                assertThat(shop.api().journal().stream()
                                .filter(got -> got.text().contains("first")))
                        .hasSize(1);
            }
        }
    }

    @Test
    void anApiThatIsNotThereIsToldSo() {
        try (Shop shop = new Shop().reading().writing()) {
            URI gone = shop.api().url();
            shop.caller();
            shop.api().close();
            assertThat(shop.text("shop_get", "{}"))
                    .isEqualTo("Shop could not be reached. Nothing was sent. Try again later.")
                    .doesNotContain(gone.getHost());
            assertThat(shop.text("shop_create", "{}"))
                    .isEqualTo("Shop could not be reached. Nothing was sent. Try again later.");
        }
    }

    @Test
    void retriesStayWithinTheBudget() {
        try (Shop shop = new Shop().reading()) {
            shop.api().answering(StubApi.json(503, ""));
            int calls = 60;
            for (int i = 0; i < calls; i++) {
                shop.call("shop_get", "{}");
            }
            int retries = shop.api().journal().size() - calls;
            assertThat(retries).isBetween(20, 20 + calls / 10);
        }
    }

    @Test
    void theBudgetGivesOneRetryForTenCalls() {
        RetryBudget budget = new RetryBudget();
        while (budget.takeRetry()) {
            budget.called();
        }
        int retries = 0;
        for (int i = 0; i < 1000; i++) {
            budget.called();
            retries += budget.takeRetry() ? 1 : 0;
        }
        assertThat(retries).isEqualTo(100);
    }

    @Test
    void theWaitBeforeARetryDoublesAndVaries() {
        assertThat(Backoff.before(0).toMillis()).isBetween(50L, 100L);
        assertThat(Backoff.before(1).toMillis()).isBetween(100L, 200L);
    }
}
