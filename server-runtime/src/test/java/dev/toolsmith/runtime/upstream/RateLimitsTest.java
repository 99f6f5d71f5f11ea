package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.tool.RateLimit;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RateLimitsTest {

    private static final String DATE = "Fri, 18 Jul 2025 13:00:00 GMT";
    private static final Instant NOW = Instant.parse("2025-07-18T13:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retry-after=Fri, 18 Jul 2025 13:00:01 GMT|1",
                "retry-after=Fri, 18 Jul 2025 14:00:00 GMT|3600",
                "retry-after=Fri, 18 Jul 2025 12:00:00 GMT|0",
                "retry-after=Sat, 01 Jan 9999 00:00:00 GMT|2592000",
                "retry-after=7|7",
                "retry-after=0|0",
                "retry-after=-5|5",
                "retry-after=soon|5",
                "retry-after=99999999999999999999999|5",
                "retry-after=|5",
                "x=y|5",
                "x-ratelimit-reset=30|30",
                "x-ratelimit-reset=1752843610|10",
                "x-ratelimit-reset=1752843610000|10",
                "ratelimit-reset=12|12",
                "retry-after=3;ratelimit-reset=12|3"
            })
    void theWaitIsReadWhateverTheLocalClockSays(String headers, long seconds) {
        for (long hours : new long[] {-1, 0, 1}) {
            RateLimits limits = new RateLimits(Clock.fixed(NOW.plusSeconds(hours * 3600), ZoneOffset.UTC));
            Map<String, String> all = headers(headers);
            all.put("date", DATE);
            assertThat(limits.of(new HttpAnswer(429, all, new byte[0]))).contains(new RateLimit(-1, 0, seconds));
        }
    }

    @Test
    void withoutADateOfTheAnswerTheLocalClockCounts() {
        RateLimits limits = new RateLimits(Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(limits.of(new HttpAnswer(429, headers("retry-after=Fri, 18 Jul 2025 13:00:09 GMT"), new byte[0])))
                .contains(new RateLimit(-1, 0, 9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x-ratelimit-limit=100;x-ratelimit-remaining=42;x-ratelimit-reset=5|100|42|5",
                "ratelimit-limit=100, 100;ratelimit-remaining=0|100|0|0",
                "ratelimit-remaining=3|-1|3|0"
            })
    void whatIsLeftIsReadFromAnyAnswer(String headers, long limit, long remaining, long reset) {
        RateLimits limits = new RateLimits(Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(limits.of(new HttpAnswer(200, headers(headers), new byte[0])))
                .contains(new RateLimit(limit, remaining, reset));
    }

    @Test
    void anAnswerThatSaysNothingSetsNothing() {
        RateLimits limits = new RateLimits(Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(limits.of(new HttpAnswer(200, Map.of("retry-after", "5"), new byte[0])))
                .isEqualTo(Optional.empty());
    }

    @Test
    void tooManyCallsAreToldWithTheSecondsToWait() {
        try (Shop shop = new Shop().reading()) {
            shop.api()
                    .answering(StubApi.json(
                            429,
                            "{\"status_code\":429,\"type\":\"rate_limit_error\",\"code\":\"rate_limit_exceeded\",\"message\":\"Slow down\"}",
                            "Date: " + DATE,
                            "Retry-After: Fri, 18 Jul 2025 13:00:02 GMT"));
            ToolResult result = shop.call("shop_get", "{}");
            assertThat(new String(result.text(), StandardCharsets.UTF_8))
                    .isEqualTo("Shop refused the call for too many calls: 429 rate_limit_exceeded. Slow down."
                            + " Nothing was done. Wait 2 seconds, then call again with the same arguments.");
            assertThat(result.isError()).isTrue();
            assertThat(result.rateLimit()).contains(new RateLimit(-1, 0, 2));
            assertThat(shop.api().journal()).hasSize(1);
        }
    }

    private static Map<String, String> headers(String text) {
        Map<String, String> headers = new HashMap<>();
        for (String header : text.split(";", -1)) {
            headers.put(header.substring(0, header.indexOf('=')), header.substring(header.indexOf('=') + 1));
        }
        return headers;
    }
}
