package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.conformance.FixtureServer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol's official conformance suite before our kernel with the suite's own tools, and before the product. */
class ConformanceIT {

    private static final List<String> LEGACY = List.of("server-initialize", "ping", "tools-list");
    private static final List<String> MODERN = List.of(
            "tools-list",
            "dns-rebinding-protection",
            "server-sse-multiple-streams",
            "http-header-validation",
            "input-required-result-unsupported-methods");

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource({
        "conformance-0.1, 2025-06-18",
        "conformance-0.1, 2025-11-25",
        "conformance-0.2, 2025-06-18",
        "conformance-0.2, 2025-11-25",
        "conformance-0.2, 2026-07-28"
    })
    void theKernelPassesEverythingOutsideTheBaseline(String suite, String revision) {
        ConformanceBaseline baseline = ConformanceBaseline.of(revision);
        try (FixtureServer server = new FixtureServer()) {
            Conformance run = Conformance.of(suite, server.url(), revision, Optional.of(baseline.file()));

            Set<String> expected = new TreeSet<>(baseline.parts().keySet());
            expected.retainAll(run.scenarios().keySet());
            assertThat(run.failed()).as(run.toString()).isEqualTo(expected);
            assertThat(run.verdict().exit()).as(run.toString()).isZero();
            assertThat(server.faults()).isEmpty();
            if (suite.equals("conformance-0.2") && !revision.equals("2025-06-18")) {
                assertThat(run.scenarios().keySet()).containsAll(Conformance.required(revision));
            }
        }
    }

    @ParameterizedTest(name = "at {0}")
    @ValueSource(strings = {"2025-11-25", "2026-07-28"})
    void theBaselineNamesOnlyScenariosOfWhatIsNotOffered(String revision) {
        ConformanceBaseline baseline = ConformanceBaseline.of(revision);

        assertThat(ConformanceBaseline.NOT_OFFERED).containsAll(baseline.parts().values());
        assertThat(Conformance.known(revision)).containsAll(baseline.parts().keySet());
    }

    @ParameterizedTest(name = "{1} of {0}, by the {2}")
    @CsvSource({
        "conformance-0.1, 2025-06-18, kernel",
        "conformance-0.1, 2025-11-25, kernel",
        "conformance-0.2, 2025-06-18, kernel",
        "conformance-0.2, 2025-11-25, kernel",
        "conformance-0.2, 2025-11-25, sdk"
    })
    void theProductPassesWhatNeedsNoToolsOfTheSuite(String suite, String revision, String engine) {
        Conformance run = runOfProduct(suite, revision, engine);

        for (String scenario : LEGACY) {
            assertThat(run.failures(scenario)).as(run.toString()).isEmpty();
        }
        if (revision.equals("2025-11-25")) {
            assertThat(run.failures("dns-rebinding-protection"))
                    .as(run.toString())
                    .isEmpty();
        }
    }

    @Test
    void theProductPassesWhatTheNewestRevisionAsksWithoutToolsOfTheSuite() {
        Conformance run = runOfProduct("conformance-0.2", "2026-07-28", "kernel");

        for (String scenario : MODERN) {
            assertThat(run.failures(scenario)).as(run.toString()).isEmpty();
        }
        assertThat(run.failures("server-stateless"))
                .as(run.toString())
                .allMatch(Conformance.Check::lacksItsTool)
                .hasSizeBetween(4, 5);
    }

    private static Conformance runOfProduct(String suite, String revision, String engine) {
        try (Sandbox sandbox = Sandbox.start();
                ServerProcess server = ServerProcess.logging(
                        new Server(engine, "http").command(sandbox.baseUrl()), sandbox.credential())) {
            return Conformance.of(suite, server.awaitUrl(), revision, Optional.empty());
        }
    }
}
