package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.model.ApiToken.Permission;
import dev.toolsmith.platform.model.ServerConduct;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.bundle.Exposure;
import dev.toolsmith.runtime.upstream.Confirmation;
import dev.toolsmith.runtime.view.View;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Of a server that asks first nothing is sent before the client's user has agreed. */
@Timeout(180)
class AskingFirstTest {

    private static final String NAMED = "{\"data\":{\"name\":\"Acme\"}}";

    @TempDir
    private Path folder;

    private Hosting hosting;
    private HostedServers.Issued server;
    private Client client;
    private String proof = "";

    @BeforeEach
    void start() {
        hosting = new Hosting(folder);
        server = hosting.server(
                hosting.connected(),
                ServerConfig.everything().with(new ServerConduct(Exposure.ALL, Confirmation.WRITES, View.FULL, false)));
        client = new Client(hosting.url(server.token()));
    }

    @AfterEach
    void stop() {
        hosting.close();
    }

    private Client.Got create(String more) {
        return create(more, "{\"elicitation\":{\"form\":{}}}");
    }

    private Client.Got create(String more, String capabilities) {
        return client.send(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"crm_create_company\","
                        + "\"arguments\":" + NAMED + more + ",\"_meta\":{"
                        + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                        + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"tester\",\"version\":\"1\"},"
                        + "\"io.modelcontextprotocol/clientCapabilities\":" + capabilities + "}}}",
                "MCP-Protocol-Version",
                "2026-07-28",
                "Mcp-Method",
                "tools/call",
                "Mcp-Name",
                "crm_create_company",
                proof.isEmpty() ? "X-Proof" : "Authorization",
                proof.isEmpty() ? "none" : proof);
    }

    private long sent() {
        return hosting.stub.calls().stream()
                .filter(got -> got.method().equals("POST"))
                .count();
    }

    private List<String> rows() {
        return hosting.trailOf(server.server().id()).stream()
                .filter(row -> row.has("tool"))
                .map(row ->
                        row.at("/kind").stringValue() + " " + row.at("/reason").asString(""))
                .toList();
    }

    @Test
    void aCallIsSentOnceItsUserHasAgreed() {
        Client.Got asked = create("");

        assertThat(asked.result().at("/resultType").asString("")).isEqualTo("input_required");
        assertThat(sent()).isZero();
        assertThat(rows()).containsExactly("call.refused asked_to_confirm");
        Client.Got agreed = create(answered(asked, "accept"));

        assertThat(agreed.toolText()).isEqualTo("{\"ok\":true}");
        assertThat(sent()).isEqualTo(1);
        assertThat(rows()).containsExactly("call.refused asked_to_confirm", "call.intent ", "call.outcome ");
    }

    @Test
    void aCallThatIsNotAgreedToIsRecordedAndNotSent() {
        Client.Got declined = create(answered(create(""), "decline"));

        assertThat(declined.code()).isEqualTo("not_confirmed");
        assertThat(sent()).isZero();
        assertThat(rows()).containsExactly("call.refused asked_to_confirm", "call.refused not_confirmed");
    }

    @Test
    void aClientThatHasNotDeclaredThatItCanAskIsToldSoAndItIsRecorded() {
        Client.Got refused = create("", "{\"elicitation\":{\"url\":{}}}");

        assertThat(refused.json().at("/error/code").intValue()).isEqualTo(-32021);
        assertThat(refused.json()
                        .at("/error/data/requiredCapabilities/elicitation/form")
                        .isObject())
                .isTrue();
        assertThat(sent()).isZero();
        assertThat(rows()).containsExactly("call.refused cannot_confirm");
    }

    @Test
    void aClientThatCannotAskIsRefusedAndReadsAreNotAskedFor() {
        assertThat(client.call("crm_create_company", NAMED).code()).isEqualTo("cannot_confirm");
        assertThat(sent()).isZero();
        assertThat(client.call("crm_list_deals", "{}").toolText()).isEqualTo("{\"ok\":true}");
        assertThat(rows()).containsExactly("call.refused cannot_confirm", "call.intent ", "call.outcome ");
    }

    @Test
    void whatWasAgreedToByAnotherServersClientIsNotAgreedToHere() {
        HostedServers.Issued other = hosting.server(
                hosting.connections.get(server.server().connectionId()),
                server.server().config());
        String agreed = answered(create(""), "accept");
        client = new Client(hosting.url(other.token()));

        assertThat(create(agreed).json().at("/error/code").intValue()).isEqualTo(-32602);
        assertThat(sent()).isZero();
    }

    @Test
    void whatWasAgreedToWithOneApiTokenIsNotAgreedToWithAnother() {
        hosting.servers.change(
                Hosting.ACTOR,
                server.server().connectionId(),
                server.server().id(),
                was -> was.withConfig(
                        new ServerConfig(List.of(), List.of(), List.of(), List.of(), false, true, Optional.empty())
                                .with(was.config().conduct())));
        String mine = newProof();
        String others = newProof();
        proof = mine;
        String agreed = answered(create(""), "accept");
        proof = others;

        assertThat(create(agreed).json().at("/error/code").intValue()).isEqualTo(-32602);
        assertThat(sent()).isZero();
        proof = mine;
        assertThat(create(agreed).toolText()).isEqualTo("{\"ok\":true}");
        assertThat(sent()).isEqualTo(1);
    }

    private String newProof() {
        return "Bearer "
                + hosting.apiTokens
                        .create(Hosting.ACTOR, "Agent", Set.of(Permission.CALL), Optional.empty(), Optional.empty())
                        .secret();
    }

    @Test
    void whatWasAgreedToIsSentOnce() {
        String agreed = answered(create(""), "accept");

        assertThat(create(agreed).toolText()).isEqualTo("{\"ok\":true}");
        assertThat(create(agreed).json().at("/error/message").stringValue())
                .contains("was used before")
                .contains("begin anew");
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void whatWasAgreedToWhileTheServerWasPausedIsSentOnceItIsResumed() {
        String connection = server.server().connectionId();
        String agreed = answered(create(""), "accept");
        hosting.servers.pause(Hosting.ACTOR, connection, server.server().id());
        assertThat(create(agreed).code()).isEqualTo("server_paused");
        hosting.servers.resume(Hosting.ACTOR, connection, server.server().id());

        assertThat(create(agreed).toolText()).isEqualTo("{\"ok\":true}");
        assertThat(create(agreed).json().at("/error/code").intValue()).isEqualTo(-32602);
        assertThat(sent()).isEqualTo(1);
        assertThat(rows())
                .containsExactly(
                        "call.refused asked_to_confirm",
                        "call.refused server_paused",
                        "call.intent ",
                        "call.outcome ",
                        "call.refused confirmed_before");
    }

    private void restart() {
        hosting.close();
        hosting = new Hosting(folder);
        client = new Client(hosting.url(server.token()));
    }

    @Test
    void whatWasAgreedToIsSentOnceThoughTheServerIsStartedAgain() {
        String agreed = answered(create(""), "accept");
        String other = answered(create(""), "accept");
        assertThat(create(agreed).toolText()).isEqualTo("{\"ok\":true}");
        restart();

        assertThat(create(agreed).json().at("/error/message").stringValue()).contains("was used before");
        assertThat(sent()).isZero();
        assertThat(create(other).toolText()).isEqualTo("{\"ok\":true}");
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void whatWasAgreedToIsNotSentWhenItsUseCannotBeKept() {
        String agreed = answered(create(""), "accept");
        hosting.store.close();

        assertThat(create(agreed).code()).isEqualTo("audit_unavailable");
        assertThat(sent()).isZero();
    }

    @Test
    void whatWasAgreedToIsNotSentWithACredentialThatCameLater() {
        String agreed = answered(create(""), "accept");
        hosting.connections.reauthorise(Hosting.ACTOR, server.server().connectionId(), Hosting.KEY);

        assertThat(create(agreed).json().at("/error/code").intValue()).isEqualTo(-32602);
        assertThat(sent()).isZero();
    }

    @Test
    void aCredentialThatCameLaterIsAnotherOneAfterARestartToo() {
        restart();
        String agreed = answered(create(""), "accept");
        hosting.connections.reauthorise(Hosting.ACTOR, server.server().connectionId(), Hosting.KEY);
        restart();

        assertThat(create(agreed).json().at("/error/code").intValue()).isEqualTo(-32602);
        assertThat(sent()).isZero();
    }

    @Test
    void whatWasAgreedToIsNotForWhoeverComesByALaterUrl() {
        String agreed = answered(create(""), "accept");
        HostedServers.Issued later = hosting.servers.roll(
                Hosting.ACTOR, server.server().connectionId(), server.server().id(), Duration.ofHours(1));
        Client first = client;
        client = new Client(hosting.url(later.token()));

        assertThat(create(agreed).json().at("/error/code").intValue()).isEqualTo(-32602);
        client = first;
        assertThat(create(agreed).toolText()).isEqualTo("{\"ok\":true}");
        assertThat(sent()).isEqualTo(1);
    }

    private static String answered(Client.Got asked, String action) {
        String key =
                asked.result().at("/inputRequests").propertyNames().iterator().next();
        return ",\"inputResponses\":{\"" + key + "\":{\"action\":\"" + action
                + "\",\"content\":{}}},\"requestState\":\""
                + asked.result().at("/requestState").stringValue() + "\"";
    }
}
