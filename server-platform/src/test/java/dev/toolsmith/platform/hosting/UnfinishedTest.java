package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.audit.AuditEvent.Invocation;
import dev.toolsmith.platform.audit.AuditEvent.Outcome;
import dev.toolsmith.platform.audit.AuditEvent.Subject;
import dev.toolsmith.runtime.tool.CallOrigin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class UnfinishedTest {

    @TempDir
    private Path folder;

    @Test
    void aCallThatTheProcessDiedInHasItsOutcomeAfterTheNextStart() {
        try (Hosting first = new Hosting(folder)) {
            new Client(first.url(first.server().token())).call("crm_list_deals", "{}");
            AuditEvent intent = new AuditEvent(
                    first.clock.instant(),
                    AuditEvent.CALL_INTENT,
                    new Subject("srv_1", "con_1", "tok_1", "", "", "192.0.2.7"),
                    new Invocation("call_lost", "crm_create_company", "00ff", "{}", "", CallOrigin.UNKNOWN),
                    Outcome.ALLOWED,
                    Map.of());
            first.store
                    .write(change -> {
                        change.append(intent);
                        return true;
                    })
                    .join();
        }

        for (int start = 0; start < 2; start++) {
            try (Hosting next = new Hosting(folder)) {
                List<JsonNode> outcomes = next.trail().stream()
                        .filter(row -> row.at("/reason").stringValue("").equals("server_restarted"))
                        .toList();
                assertThat(outcomes).hasSize(1);
                assertThat(outcomes.get(0).at("/call_id").stringValue()).isEqualTo("call_lost");
                assertThat(outcomes.get(0).at("/kind").stringValue()).isEqualTo("call.outcome");
                assertThat(outcomes.get(0).at("/address").stringValue()).isEqualTo("192.0.2.7");
            }
        }
    }

    @Test
    void aMarkLeavesOutWhatIsOldAndKeepsWhatIsUnderWay() {
        try (Hosting hosting = new Hosting(folder)) {
            Unfinished unfinished = new Unfinished(hosting.store, hosting.clock);
            unfinished.begin("call_1");
            hosting.clock.move(Duration.ofHours(1));
            unfinished.begin("call_2");
            unfinished.mark();
            assertThat(marked(hosting)).isEqualTo("2026-01-02T03:04:05Z");

            unfinished.end("call_1");
            unfinished.begin("call_3");
            unfinished.mark();
            assertThat(marked(hosting)).isEqualTo("2026-01-02T04:04:05Z");
        }
    }

    private static String marked(Hosting hosting) {
        hosting.store.write(change -> true).join();
        byte[] mark = hosting.store.read(reads -> reads.value("calls.settled").orElseThrow());
        return new String(mark, StandardCharsets.US_ASCII);
    }
}
