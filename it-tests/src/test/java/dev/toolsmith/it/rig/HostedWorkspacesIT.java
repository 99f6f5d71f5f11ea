package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.Json;
import dev.toolsmith.sandbox.http.SandboxServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two workspaces that are connected to one server: the tools of each know their own. */
@Timeout(300)
final class HostedWorkspacesIT {

    private static final String QUERY = "list_all_attio_records";
    private static final Mcp MCP = new Mcp();

    @TempDir
    private static Path folder;

    private static TwoSandboxes api;
    private static Hosted hosted;
    private static Endpoint first;
    private static Endpoint second;

    @BeforeAll
    static void start() {
        api = new TwoSandboxes();
        api.ask(
                api.second(),
                "POST",
                "/v2/objects",
                "{\"data\":{\"api_slug\":\"rockets\",\"singular_noun\":\"Rocket\",\"plural_noun\":\"Rockets\"}}");
        hosted = Hosted.with(folder.resolve("data"), List.of("--base-url", api.baseUrl()), Map.of());
        first = server("First", TwoSandboxes.FIRST);
        second = server("Second", TwoSandboxes.SECOND);
    }

    private static Endpoint server(String name, String credential) {
        return hosted.management().server(0, hosted.management().connect(name, credential));
    }

    @AfterAll
    static void stop() {
        hosted.close();
        api.close();
    }

    private static Answer query(Endpoint endpoint) {
        return MCP.call(endpoint, QUERY, Json.object().put("object", "Rockets"));
    }

    @Test
    void eachIsListedAndCheckedByItsOwn() {
        Answer unknown = query(first);
        Answer known = query(second);

        assertThat(known.isResult()).as(known.toString()).isTrue();
        assertThat(unknown.code()).isEqualTo("invalid_arguments");
        assertThat(unknown.text()).contains("Rockets").contains("companies").doesNotContain("rockets");
        assertThat(api.journal(api.second())).contains("POST /v2/objects/rockets/records/query");
        assertThat(api.journal(api.first())).noneMatch(request -> request.contains("ockets"));
        assertThat(MCP.listed(second, QUERY).toString()).contains("rockets");
        assertThat(MCP.listed(first, QUERY).toString()).contains("companies").doesNotContain("rockets");
    }

    @Test
    void everyReadIsInTheTrailOfItsConnection() {
        query(first);
        query(second);
        MCP.tools(first);
        MCP.tools(second);
        assertThat(hosted.terminate()).isZero();
        hosted.start();
        AuditTrail trail = hosted.management().trail();

        for (SandboxServer sandbox : List.of(api.first(), api.second())) {
            String connection = sandbox == api.first() ? first.connectionId() : second.connectionId();
            Predicate<AuditEntry> ofConnection = entry -> entry.connection().equals(connection);
            long requests = api.journal(sandbox).stream()
                    .filter(request -> request.contains(" /v2/") && !request.startsWith("POST /v2/objects "))
                    .filter(request -> !request.equals("POST /v2/objects"))
                    .count();
            assertThat(trail.where(ofConnection.and(AuditEntry::isIntent))).hasSize((int) requests);
            assertThat(trail.where(ofConnection.and(AuditEntry::isOutcome))).hasSize((int) requests);
        }
        assertThat(hosted.management().exported())
                .doesNotContain(TwoSandboxes.FIRST)
                .doesNotContain(TwoSandboxes.SECOND)
                .doesNotContain("ockets");
    }
}
