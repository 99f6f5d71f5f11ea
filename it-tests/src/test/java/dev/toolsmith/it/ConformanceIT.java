package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The product before the protocol's official conformance suite: what it asks of a server that has tools of its own. */
class ConformanceIT {

    private static final List<String> LEGACY = List.of("server-initialize", "ping", "tools-list");
    private static final List<String> MODERN = List.of(
            "tools-list",
            "dns-rebinding-protection",
            "server-sse-multiple-streams",
            "http-header-validation",
            "input-required-result-unsupported-methods");

    @ParameterizedTest(name = "{1} of {0}, {2} by the {3}")
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
                .hasSize(4);
    }

    private static Conformance runOfProduct(String suite, String revision, String engine) {
        try (Sandbox sandbox = Sandbox.start();
                ServerProcess server = ServerProcess.logging(
                        new Server(engine, "http").command(sandbox.baseUrl()), sandbox.credential())) {
            return Conformance.of(suite, server.awaitUrl(), revision, Optional.empty());
        }
    }
}
