package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.Product;
import dev.toolsmith.it.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The load that must be carried (5.2): 64 clients of 64 workspaces that read, beside the same jar without accounts, trail
 * and limits.
 */
@Tag("gate")
class GateIT {

    private static final int CLIENTS = 64;
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("rig.gate.seconds", 120));
    private static final Duration BEFORE = Duration.ofSeconds(Math.max(2, MEASURED.toSeconds() / 6));

    @TempDir
    Path folder;

    @Test
    void aThousandCallsASecondAreCarriedOutAndWrittenDown() {
        Load plain = plain();
        Load hosted = hosted();
        double ratio = hosted.perSecond() / plain.perSecond();
        System.out.println("gate: http  " + plain);
        System.out.println("gate: serve " + hosted);
        System.out.println(String.format(Locale.ROOT, "gate: ratio %.2f", ratio));
        assertThat(plain.errors() + hosted.errors()).as("errors").isZero();
        assertThat(hosted.perSecond()).as("calls a second").isGreaterThanOrEqualTo(1_000);
        assertThat(ratio).as("of the http verb's calls a second").isGreaterThanOrEqualTo(0.5);
        assertThat(hosted.millisAt(99)).as("p99 in ms").isLessThanOrEqualTo(50);
    }

    /** What was carried, and how long calls took. */
    private record Load(long calls, long errors, double seconds, Histogram micros) {

        double perSecond() {
            return calls / seconds;
        }

        double millisAt(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1_000.0;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,.0f calls/s, %d calls, %d errors, p50 %.1f ms, p99 %.1f ms, max %.1f ms",
                    perSecond(),
                    calls,
                    errors,
                    millisAt(50),
                    millisAt(99),
                    millisAt(100));
        }
    }

    private static Load plain() {
        List<String> command = Product.command("http", "--port", "0");
        try (Stub stub = Stub.start()) {
            stub.countOnly();
            command.addAll(List.of("--base-url", stub.baseUrl()));
            command.add(1, "-Xmx256m");
            try (ServerProcess process =
                    ServerProcess.logging(command, Product.published(Map.of("ATTIO_API_KEY", Workspace.key(1))))) {
                Endpoint endpoint = Endpoint.plain(process.awaitUrl());
                return measured(new CallLog(), client -> endpoint);
            }
        }
    }

    private Load hosted() {
        try (Rig rig = Rig.with(CLIENTS, folder)) {
            rig.stub().countOnly();
            Load load = measured(rig.log(), rig.endpoints()::get);
            Set<String> written = new HashSet<>();
            rig.management().eachAudit(row -> {
                if (row.isOutcome() && row.reason().isEmpty()) {
                    written.add(row.marker());
                }
            });
            assertThat(rig.log().calls()).allMatch(call -> written.contains(call.marker()));
            assertThat(rig.hosted().terminate()).isZero();
            rig.hosted().verifyTrail();
            return load;
        }
    }

    private static Load measured(CallLog log, IntFunction<Endpoint> endpointOf) {
        log.keepNoTexts();
        Driver driver = new Driver(log, CLIENTS, 90);
        run(driver, endpointOf, BEFORE);
        int warm = log.calls().size();
        long begun = System.nanoTime();
        run(driver, endpointOf, MEASURED);
        double seconds = (System.nanoTime() - begun) / 1e9;
        List<Call> calls = log.calls();
        List<Call> counted = calls.subList(warm, calls.size());
        long errors = calls.stream().filter(call -> !call.answer().isResult()).count();
        return new Load(counted.size(), errors, seconds, Driver.histogram(counted));
    }

    private static void run(Driver driver, IntFunction<Endpoint> endpointOf, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        driver.runWhile(() -> System.nanoTime() < end, client -> {
            Endpoint endpoint = endpointOf.apply(client);
            return (connection, turn) -> connection.call(endpoint, Tool.READ);
        });
    }
}
