package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.audit.AuditEvent.Invocation;
import dev.toolsmith.platform.audit.AuditEvent.Outcome;
import dev.toolsmith.platform.audit.AuditEvent.Subject;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ConnectionState;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.SealedCredential;
import dev.toolsmith.platform.model.ServerConduct;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.platform.model.UrlToken;
import dev.toolsmith.runtime.bundle.Exposure;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.upstream.Confirmation;
import dev.toolsmith.runtime.view.View;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Values that tests keep in a store. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456Z");

    /** The signature of the trail's head. */
    static final UnaryOperator<byte[]> KEY = key("tests");

    private Samples() {}

    static UnaryOperator<byte[]> key(String text) {
        return message -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return mac.doFinal(message);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    static Connection connection(String id) {
        return new Connection(
                id,
                "attio",
                "Sales é 𝄞",
                ConnectionState.ACTIVE,
                "",
                "wsp_1",
                "Acme",
                Optional.of(List.of("record:read", "note:read-write")),
                "cdef",
                "adm_1",
                NOW,
                NOW);
    }

    static SealedCredential credential(String text) {
        return new SealedCredential(
                ("keyset-" + text).getBytes(StandardCharsets.UTF_8),
                ("sealed-" + text).getBytes(StandardCharsets.UTF_8));
    }

    static HostedServer server(String id, String connectionId) {
        ServerConfig config = new ServerConfig(
                        List.of("read"),
                        List.of("companies", "people"),
                        List.of(),
                        List.of("x"),
                        true,
                        false,
                        Optional.of(60))
                .with(new ServerConduct(Exposure.DISCOVERY, Confirmation.WRITES, View.TEXT, true));
        return new HostedServer(
                id, connectionId, "Reader", config, false, "adm_1", NOW, NOW, Optional.of(NOW.plusSeconds(3600)));
    }

    static UrlToken token(String id, String serverId) {
        return new UrlToken(id, serverId, "mac-" + id, "wxyz", NOW, Optional.empty());
    }

    static AuditEvent intent(String callId) {
        return call(AuditEvent.CALL_INTENT, callId, Outcome.ALLOWED);
    }

    static AuditEvent outcome(String callId) {
        return call(AuditEvent.CALL_OUTCOME, callId, new Outcome("allowed", "", 200, "req_9", 12, 345));
    }

    static AuditEvent call(String kind, String callId, Outcome outcome) {
        Subject subject = new Subject("srv_1", "con_1", "tok_1", "", "", "127.0.0.1");
        Invocation invocation = new Invocation(
                callId,
                "attio_list_objects",
                "ab".repeat(32),
                "{\"limit\":\"number\"}",
                "object_configuration:read",
                new CallOrigin("claude", "1.0", "run_7"));
        return new AuditEvent(NOW, kind, subject, invocation, outcome, Map.of());
    }

    static AuditEvent change(String kind) {
        return AuditEvent.change(
                NOW, kind, new Subject("srv_1", "con_1", "", "", "adm_1", "::1"), Map.of("b", "2", "a", "1"));
    }
}
