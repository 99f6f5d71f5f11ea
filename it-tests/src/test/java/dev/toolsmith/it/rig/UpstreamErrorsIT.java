package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An API that refuses or fails (F1, F2, F10, F11, F13). */
@Tag("faults")
class UpstreamErrorsIT {

    @TempDir
    Path folder;

    @Test
    void anAccountWhoseCallsAllFailIsLeftAloneAndTriedAgain() {
        List<Integer> statuses = List.of(500, 502, 503, 504);
        try (Rig rig = Rig.with(5, folder)) {
            rig.stub()
                    .follow(Script.ofWorkspaces(IntStream.range(0, 4)
                            .boxed()
                            .collect(Collectors.toMap(
                                    i -> i + 1, i -> Replies.error(statuses.get(i), "server_error")))));
            for (int i = 0; i < statuses.size(); i++) {
                failUntilLeftAlone(rig, rig.endpoint(i));
            }
            assertThat(rig.call(rig.endpoint(4), Tool.READ).answer().isResult()).isTrue();
            rig.stub().follow(Script.allWell());
            long recovered = System.nanoTime();
            for (int i = 0; i < statuses.size(); i++) {
                rig.awaitResult(rig.endpoint(i));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - recovered)).isLessThan(Duration.ofSeconds(15));
            assertThat(attempts(rig))
                    .allSatisfy((marker, count) -> assertThat(count).isLessThanOrEqualTo(3));
            rig.ledger().check();
            rig.finish();
        }
    }

    private static void failUntilLeftAlone(Rig rig, Endpoint endpoint) {
        int failed = 0;
        while (!rig.call(endpoint, failed % 5 == 0 ? Tool.WRITE : Tool.READ)
                .answer()
                .code()
                .equals("circuit_open")) {
            failed++;
            assertThat(failed)
                    .as("failed calls before the account is left alone")
                    .isLessThanOrEqualTo(20);
        }
        long sent = rig.stub().count();
        List<Call> refused = IntStream.range(0, 20)
                .mapToObj(i -> rig.call(endpoint, Tool.READ))
                .toList();
        assertThat(refused)
                .allSatisfy(call -> assertThat(call.answer().code()).isEqualTo("circuit_open"))
                .allSatisfy(call -> assertThat(call.micros()).isLessThan(50_000));
        assertThat(rig.stub().count()).isEqualTo(sent);
    }

    @Test
    void readsOutliveAFewFailuresAndWritesTellEachOfThem() {
        try (Rig rig = Rig.with(16, folder)) {
            AtomicLong calls = new AtomicLong();
            Reply failure = Replies.error(503, "server_error");
            rig.stub()
                    .follow(Script.calls((arrival, socket) ->
                            (calls.incrementAndGet() % 10 == 0 ? failure : Replies.echo()).send(arrival, socket)));
            rig.driver(16).run(200, client -> (connection, turn) -> {
                connection.call(rig.endpoint(client), turn % 5 == 0 ? Tool.WRITE : Tool.READ);
            });
            List<Call> all = rig.log().calls();
            long reads = all.stream().filter(call -> call.tool() == Tool.READ).count();
            long well = all.stream()
                    .filter(call -> call.tool() == Tool.READ && call.answer().isResult())
                    .count();
            double share = (double) well / reads;
            System.out.println("faults: F2 reads that went well " + share);
            assertThat(share).isGreaterThanOrEqualTo(0.998);
            double writes = share(all, Tool.WRITE);
            System.out.println("faults: F2 writes that went well " + writes);
            assertThat(writes).isBetween(0.85, 0.95);
            rig.ledger().check();
            rig.finish();
        }
    }

    private static double share(List<Call> calls, Tool tool) {
        return calls.stream()
                .filter(call -> call.tool() == tool)
                .mapToInt(call -> call.answer().isResult() ? 1 : 0)
                .average()
                .orElse(0);
    }

    @Test
    void redirectsAreNotFollowed() {
        try (Stub other = Stub.start();
                Rig rig = Rig.with(2, folder)) {
            rig.stub()
                    .follow(Script.ofWorkspaces(Map.of(
                            1, Replies.json(302, "{}", "Location: " + other.baseUrl() + "/v2/notes/1"),
                            2, Replies.json(307, "{}", "Location: /v2/notes/other"))));
            for (Tool tool : Tool.values()) {
                assertThat(rig.call(rig.endpoint(0), tool).answer().code()).isEqualTo("upstream_redirect");
                assertThat(rig.call(rig.endpoint(1), tool).answer().code()).isEqualTo("upstream_redirect");
            }
            assertThat(other.count()).as("requests of another host").isZero();
            assertThat(attempts(rig))
                    .hasSize(4)
                    .allSatisfy((marker, count) -> assertThat(count).isEqualTo(1));
            rig.ledger().check();
            rig.finish();
        }
    }

    @Test
    void refusalsByTheApiAreToldAndDoNotCloseTheAccount() {
        Map<Integer, String> codes = Map.of(403, "forbidden", 404, "not_found", 409, "conflict");
        try (Rig rig = Rig.with(1, folder)) {
            codes.forEach((status, code) -> {
                rig.stub().follow(Script.calls(Replies.error(status, "some_code")));
                for (int i = 0; i < 30; i++) {
                    Call call = rig.call(rig.endpoint(0), i % 3 == 0 ? Tool.WRITE : Tool.READ);
                    assertThat(call.answer().code()).isIn(code, "rate_limited_workspace");
                }
            });
            rig.stub().follow(Script.allWell());
            rig.awaitResult(rig.endpoint(0));
            assertThat(rig.log().calls()).noneMatch(call -> call.answer().code().equals("circuit_open"));
            rig.ledger().check();
            rig.finish();
        }
    }

    private static Map<String, Long> attempts(Rig rig) {
        Set<String> markers = rig.log().calls().stream().map(Call::marker).collect(Collectors.toSet());
        return rig.stub().journal().stream()
                .flatMap(arrival -> arrival.marker().stream())
                .filter(markers::contains)
                .collect(Collectors.groupingBy(marker -> marker, Collectors.counting()));
    }
}
