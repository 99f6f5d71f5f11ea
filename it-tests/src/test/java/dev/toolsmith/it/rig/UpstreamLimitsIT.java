package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An API that says when to come back, in every form, with a clock of its own (F11). */
@Tag("faults")
class UpstreamLimitsIT {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @TempDir
    Path folder;

    /** What the API says, and how long a client is to wait; empty when it only must not be negative. */
    private record Case(String name, List<String> headers, OptionalLong seconds) {}

    @Test
    void theTimeToWaitCountsFromTheApisOwnClockAndIsNeverNegative() {
        try (Rig rig = Rig.with(1, folder)) {
            for (Case each : cases()) {
                rig.stub()
                        .follow(Script.calls(Replies.error(
                                429, "rate_limit_exceeded", each.headers().toArray(String[]::new))));
                Call call = rig.call(rig.endpoint(0), Tool.READ);
                assertThat(call.answer().code()).as(each.name()).isEqualTo("rate_limited");
                long reset = Json.parse(call.answer().body())
                        .at("/result/_meta/ratelimit-reset")
                        .asLong(-1);
                assertThat(reset).as(each.name() + " " + call.answer()).isNotNegative();
                each.seconds()
                        .ifPresent(seconds -> assertThat(reset).as(each.name()).isBetween(seconds - 1, seconds + 1));
            }
            assertThat(rig.stub().journal().stream().filter(arrival -> !arrival.asksForSelf()))
                    .as("attempts")
                    .hasSize(cases().size());
            rig.ledger().check();
            rig.finish();
        }
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Duration skew : List.of(Duration.ZERO, Duration.ofHours(1), Duration.ofHours(-1))) {
            Instant there = Instant.now().plus(skew);
            String date = "Date: " + HTTP_DATE.format(there);
            for (long seconds : List.of(1L, 3_600L)) {
                String retry = "Retry-After: " + HTTP_DATE.format(there.plusSeconds(seconds));
                cases.add(new Case(seconds + " s, clock " + skew, List.of(date, retry), OptionalLong.of(seconds)));
            }
            String past = "Retry-After: " + HTTP_DATE.format(there.minusSeconds(60));
            cases.add(new Case("past, clock " + skew, List.of(date, past), OptionalLong.of(0)));
        }
        cases.add(new Case("seconds", List.of("Retry-After: 7"), OptionalLong.of(7)));
        cases.add(new Case("garbage", List.of("Retry-After: soon"), OptionalLong.empty()));
        cases.add(new Case("absent", List.of(), OptionalLong.empty()));
        return cases;
    }
}
