package dev.toolsmith.platform.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MetricsTest {

    @Test
    void callsAreCountedByServerDecisionAndReason() {
        try (Metrics metrics = new Metrics()) {
            metrics.began("srv_a");
            metrics.ended("srv_a", "list_notes", "allowed", "", 200, 2_000_000);
            metrics.began("srv_a");
            metrics.ended("srv_a", "create_note", "refused", "missing_scope", 0, 1_000_000);
            metrics.began("srv_a");
            metrics.turnedAway(404);
            metrics.ownRead("");
            metrics.ownRead("upstream_timeout");
            assertThat(metrics.scrape())
                    .contains(
                            "toolsmith_calls_total{decision=\"allowed\",reason=\"\",server=\"srv_a\"} 1.0",
                            "toolsmith_calls_total{decision=\"refused\",reason=\"missing_scope\",server=\"srv_a\"} 1.0",
                            "toolsmith_calls_in_flight 1.0",
                            "toolsmith_tool_calls_total{decision=\"allowed\",tool=\"list_notes\"} 1.0",
                            "toolsmith_upstream_answers_total{class=\"2xx\"} 1.0",
                            "toolsmith_schema_reads_total{outcome=\"read\"} 1.0",
                            "toolsmith_schema_reads_total{outcome=\"upstream_timeout\"} 1.0",
                            "toolsmith_access_refused_total{status=\"404\"} 1.0",
                            "toolsmith_call_seconds_bucket{decision=\"allowed\",le=\"0.005\"} 1",
                            "jvm_memory_used_bytes");
        }
    }

    @Test
    void whatAClientCallsAToolThatIsNotThereIsNoLabel() {
        try (Metrics metrics = new Metrics()) {
            metrics.began("srv_a");
            metrics.ended("srv_a", "tsk_canary", "refused", "unknown_tool", 0, 1);
            assertThat(metrics.scrape()).doesNotContain("canary").contains("tool=\"unknown\"");
        }
    }

    @Test
    void manyServersDoNotMakeManyLabels() {
        try (Metrics metrics = new Metrics()) {
            for (int i = 0; i < 3_000; i++) {
                metrics.began("srv_" + i);
                metrics.ended("srv_" + i, "list_notes", "allowed", "", 200, 1);
            }
            assertThat(metrics.scrape().lines().filter(line -> line.startsWith("toolsmith_calls_total")))
                    .hasSizeLessThanOrEqualTo(1_001);
        }
    }
}
