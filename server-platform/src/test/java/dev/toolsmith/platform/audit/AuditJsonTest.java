package dev.toolsmith.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.platform.audit.AuditEvent.Invocation;
import dev.toolsmith.platform.audit.AuditEvent.Outcome;
import dev.toolsmith.platform.audit.AuditEvent.Subject;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.TraceContext;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditJsonTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.5Z");

    private static final AuditEvent FULL = new AuditEvent(
            NOW,
            AuditEvent.CALL_OUTCOME,
            new Subject("srv", "con", "tok", "key", "adm", "::1"),
            new Invocation(
                    "call",
                    "tool",
                    "hash",
                    "{}",
                    "a:read b:read",
                    new CallOrigin("c", "1", "run", new TraceContext("1".repeat(32), "2".repeat(16)))),
            new Outcome("allowed", "upstream_error", 503, "req", 12, 34),
            Map.of("z", "1", "a", "2"));

    @Test
    void membersStandInFixedOrder() {
        assertThat(AuditJson.write(FULL))
                .isEqualTo("{\"time\":\"2026-11-22T12:00:00.500Z\",\"kind\":\"call.outcome\",\"server_id\":\"srv\","
                        + "\"connection_id\":\"con\",\"token_id\":\"tok\",\"api_token_id\":\"key\",\"actor\":\"adm\","
                        + "\"address\":\"::1\",\"call_id\":\"call\",\"tool\":\"tool\",\"arguments_hash\":\"hash\","
                        + "\"arguments_shape\":\"{}\",\"scopes\":\"a:read b:read\",\"client_name\":\"c\","
                        + "\"client_version\":\"1\",\"agent_run_id\":\"run\",\"trace_id\":\"11111111111111111111111111111111\","
                        + "\"parent_id\":\"2222222222222222\",\"decision\":\"allowed\","
                        + "\"reason\":\"upstream_error\",\"upstream_status\":503,\"request_id\":\"req\",\"millis\":12,"
                        + "\"bytes\":34,\"detail\":{\"a\":\"2\",\"z\":\"1\"}}");
    }

    @Test
    void whatIsEmptyIsLeftOut() {
        Subject nobody = new Subject("", "", "", "", "system", "");
        assertThat(AuditJson.write(AuditEvent.change(NOW, "server.expired", nobody, Map.of())))
                .isEqualTo("{\"time\":\"2026-11-22T12:00:00.500Z\",\"kind\":\"server.expired\",\"actor\":\"system\"}");
    }

    @Test
    void anEventComesBackFromItsBody() {
        assertThat(AuditJson.read(AuditJson.write(FULL))).isEqualTo(FULL);
    }

    @Test
    void halfASurrogatePairAndControlCharactersAreKeptAsAscii() {
        String odd = "a\ud834 é\u0000\r\n\"𝄞";
        AuditEvent event = AuditEvent.change(NOW, "x", FULL.subject(), Map.of("k", odd));
        String body = AuditJson.write(event);
        assertThat(body.chars()).allMatch(c -> c >= ' ' && c < 127);
        assertThat(AuditJson.read(body).detail()).containsEntry("k", odd);
    }

    @Test
    void whatIsNoBodyIsRefused() {
        assertThatThrownBy(() -> AuditJson.read("[]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AuditJson.read("{\"time\"")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AuditJson.read("{\"time\":\"yesterday\"}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
