package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.access.ApiTokens;
import dev.toolsmith.platform.model.ApiToken.Permission;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ServerConduct;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.bundle.Exposure;
import dev.toolsmith.runtime.upstream.Confirmation;
import dev.toolsmith.runtime.view.View;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class HostedMcpHandlerTest {

    private static final ServerConfig WITH_API_TOKEN =
            new ServerConfig(List.of(), List.of(), List.of(), List.of(), false, true, Optional.empty());

    private static final String NAMED = "{\"data\":{\"name\":\"Acme\"}}";

    @TempDir
    private Path folder;

    private Hosting hosting;

    @BeforeEach
    void start() {
        hosting = new Hosting(folder);
    }

    @AfterEach
    void stop() {
        hosting.close();
    }

    private Client client(HostedServers.Issued server) {
        return new Client(hosting.url(server.token()));
    }

    @Test
    void aServerAnswersInitializeListAndCallAndKeepsTwoRowsOfTheCall() {
        Client client = client(hosting.server());

        assertThat(client.initialize().result().at("/serverInfo/name").stringValue())
                .isEqualTo("crm-mcp-server");
        assertThat(client.list().result().at("/tools").size()).isEqualTo(8);
        Client.Got got = client.call("crm_list_companies", "{}");

        assertThat(got.toolText()).isEqualTo("{\"ok\":true}");
        List<JsonNode> rows = hosting.trail();
        JsonNode intent = rows.get(rows.size() - 2);
        JsonNode outcome = rows.get(rows.size() - 1);
        assertThat(intent.at("/kind").stringValue()).isEqualTo("call.intent");
        assertThat(intent.at("/client_name").stringValue()).isEqualTo("tester");
        assertThat(intent.at("/scopes").stringValue()).isEqualTo("company:read");
        assertThat(outcome.at("/kind").stringValue()).isEqualTo("call.outcome");
        assertThat(outcome.at("/call_id")).isEqualTo(intent.at("/call_id"));
        assertThat(outcome.at("/upstream_status").intValue()).isEqualTo(200);
        assertThat(outcome.at("/request_id").stringValue()).startsWith("req-");
        assertThat(hosting.faults).isEmpty();
    }

    @Test
    void whatIsMalformedUnknownDeletedRolledOrExpiredIsNotThereAndLooksTheSame() {
        Connection connection = hosting.connected();
        HostedServers.Issued deleted = hosting.server(connection, ServerConfig.everything());
        HostedServers.Issued rolled = hosting.server(connection, ServerConfig.everything());
        HostedServers.Issued expired = hosting.servers.create(
                Hosting.ACTOR,
                connection.id(),
                new HostedServers.Draft(
                        "Soon",
                        ServerConfig.everything(),
                        Optional.of(hosting.clock.instant().plusSeconds(90))));
        hosting.servers.delete(Hosting.ACTOR, connection.id(), deleted.server().id());
        HostedServers.Issued unused = hosting.servers.roll(
                Hosting.ACTOR, connection.id(), rolled.server().id(), Duration.ZERO);
        hosting.clock.move(Duration.ofSeconds(90));

        List<String> seen = new ArrayList<>();
        for (String token : List.of(
                expired.token(),
                deleted.token(),
                rolled.token(),
                hosting.tokens.newUrlToken(),
                hosting.tokens.newApiToken(),
                "tsm_nonsense",
                "",
                unused.token() + "/more",
                "%74" + unused.token().substring(1),
                "x?token=" + unused.token())) {
            seen.add(answer(new Client(hosting.url(token)).list()));
        }

        assertThat(Set.copyOf(seen)).hasSize(1);
        assertThat(seen.get(0)).startsWith("404 {").contains("no-store").contains("no-referrer");
        assertThat(seen.get(0)).doesNotContain("www-authenticate");
        assertThat(client(unused).list().status()).isEqualTo(200);
    }

    private static String answer(Client.Got got) {
        return got.status() + " " + got.text() + " "
                + got.response().headers().map().entrySet().stream()
                        .filter(header -> !header.getKey().equals("date"))
                        .toList();
    }

    @Test
    void aTurnedAwayCallerWithAKnownTokenLeavesARow() {
        HostedServers.Issued server = hosting.server(hosting.connected(), WITH_API_TOKEN);

        assertThat(client(server).list().status()).isEqualTo(401);

        Hosting.waitUntil(
                "the row",
                () -> hosting.trail().stream()
                        .anyMatch(row -> row.at("/kind").stringValue().equals("access.refused")
                                && row.at("/reason").stringValue().equals("no_api_token")
                                && row.at("/server_id")
                                        .stringValue()
                                        .equals(server.server().id())));
    }

    @Test
    void aServerThatAsksForAnApiTokenLetsOnlyItsOwnCallersIn() {
        Connection connection = hosting.connected();
        HostedServers.Issued server = hosting.server(connection, WITH_API_TOKEN);
        HostedServers.Issued other = hosting.server(connection, WITH_API_TOKEN);
        String good = issued(
                        Set.of(Permission.CALL), Optional.of(server.server().id()))
                .secret();
        String every = issued(Set.of(Permission.CALL), Optional.empty()).secret();
        String others = issued(
                        Set.of(Permission.CALL), Optional.of(other.server().id()))
                .secret();
        String managing = issued(Set.of(Permission.MANAGE), Optional.empty()).secret();
        ApiTokens.Issued revoked = issued(Set.of(Permission.CALL), Optional.empty());
        hosting.apiTokens.revoke(Hosting.ACTOR, revoked.token().id());
        Client client = client(server);

        Client.Got without = client.list();
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.response().headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(client.list("Authorization", "Basic " + good).status()).isEqualTo(401);
        assertThat(client.list("Authorization", "Bearer " + hosting.tokens.newApiToken())
                        .status())
                .isEqualTo(401);
        assertThat(client.list("Authorization", "Bearer " + revoked.secret()).status())
                .isEqualTo(401);
        assertThat(client.list("Authorization", "Bearer " + server.token()).status())
                .isEqualTo(401);
        assertThat(client.list("Authorization", "Bearer " + others).status()).isEqualTo(403);
        assertThat(client.list("Authorization", "Bearer " + managing).status()).isEqualTo(403);
        assertThat(client.list("Authorization", "Bearer " + good, "Authorization", "Bearer " + good)
                        .status())
                .isEqualTo(400);
        assertThat(hosting.stub.calls()).isEmpty();
        assertThat(client.list("Authorization", "Bearer " + good).status()).isEqualTo(200);
        assertThat(client.list("Authorization", "bearer " + every).status()).isEqualTo(200);
    }

    private ApiTokens.Issued issued(Set<Permission> permissions, Optional<String> serverId) {
        return hosting.apiTokens.create(Hosting.ACTOR, "ci", permissions, serverId, Optional.empty());
    }

    @Test
    void whoKnocksAtTooManyWrongDoorsHasToWaitButTheRightOneStaysOpen() {
        HostedServers.Issued server = hosting.server();
        Client wrong = new Client(hosting.url("tsm_wrong"));

        Client.Got last = wrong.list();
        for (int i = 0; i < 60 && last.status() == 404; i++) {
            last = wrong.list();
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(client(server).list().status()).isEqualTo(200);
    }

    @Test
    void onlyPostsOfJsonAreTaken() throws Exception {
        URI url = hosting.url(hosting.server().token());
        HttpClient http = HttpClient.newHttpClient();

        HttpResponse<String> get = http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> delete =
                http.send(HttpRequest.newBuilder(url).DELETE().build(), HttpResponse.BodyHandlers.ofString());

        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(delete.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void nothingThatAClientSendsInHeadersReachesTheApi() {
        Client client = client(hosting.server());

        assertThat(client.call(
                                "crm_create_company",
                                "{\"data\":{\"name\":\"x\"}}",
                                "Authorization",
                                "Bearer sk_canary_real",
                                "Cookie",
                                "session=sk_canary_real",
                                "X-Api-Key",
                                "sk_canary_real",
                                "Proxy-Authorization",
                                "Basic sk_canary_real",
                                "Forwarded",
                                "for=sk_canary_real")
                        .isError())
                .isFalse();

        CrmStub.Got got = hosting.stub.calls().get(0);
        assertThat(got.toString()).doesNotContain("sk_canary_real");
        assertThat(got.headers().get("Authorization")).containsExactly("Bearer " + Hosting.KEY);
        assertThat(hosting.trail().toString()).doesNotContain("sk_canary_real").doesNotContain(Hosting.KEY);
    }

    @Test
    void resultsAreShownAsTheServerIsToldTo() {
        hosting.stub.answering(got -> new CrmStub.Reply(200, "{\"name\":\"Acme\",\"gone\":null}"));
        Connection connection = hosting.connected();
        ServerConduct compact = new ServerConduct(Exposure.ALL, Confirmation.NEVER, View.COMPACT, false);

        Client.Got full =
                client(hosting.server(connection, ServerConfig.everything())).call("crm_create_company", NAMED);
        Client.Got lean = client(
                        hosting.server(connection, ServerConfig.everything().with(compact)))
                .call("crm_create_company", NAMED);

        assertThat(full.toolText()).isEqualTo("{\"name\":\"Acme\",\"gone\":null}");
        assertThat(lean.toolText()).isEqualTo("{\"name\":\"Acme\"}");
    }

    @Test
    void theExactJsonStandsBesideAnyViewWhereTheServerIsToldTo() {
        hosting.stub.answering(got -> new CrmStub.Reply(200, "{\"name\":\"Acme\",\"gone\":null}"));
        Connection connection = hosting.connected();
        ServerConduct both = new ServerConduct(Exposure.ALL, Confirmation.NEVER, View.TEXT, true);

        Client.Got plain =
                client(hosting.server(connection, ServerConfig.everything())).call("crm_create_company", NAMED);
        Client.Got told = client(
                        hosting.server(connection, ServerConfig.everything().with(both)))
                .call("crm_create_company", NAMED);

        assertThat(plain.result().has("structuredContent")).isFalse();
        assertThat(told.toolText()).isEqualTo("Acme");
        assertThat(told.result().at("/structuredContent").toString()).isEqualTo("{\"name\":\"Acme\",\"gone\":null}");
    }

    @Test
    void anAgentsRunIsNamedByHeaderOrByTheCallItself() {
        Client client = client(hosting.server());

        client.call("crm_list_deals", "{}", "Agent-Run-Id", "run-by-header");
        client.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"crm_list_deals\","
                + "\"_meta\":{\"agent_run_id\":\"run-by-meta\"}}}");

        assertThat(hosting.trail().stream()
                        .filter(row -> row.at("/kind").stringValue().equals("call.outcome"))
                        .map(row -> row.at("/agent_run_id").stringValue(""))
                        .toList())
                .contains("run-by-header", "run-by-meta");
    }

    @Test
    void anotherClientOfTheSameUrlIsNotTakenForTheOneThatIntroducedItself() {
        Client client = client(hosting.server());
        client.initialize("User-Agent", "one/1");

        client.call("crm_list_deals", "{}", "User-Agent", "one/1");
        client.call("crm_list_companies", "{}", "User-Agent", "two/2");

        assertThat(row("crm_list_deals").at("/client_name").stringValue("")).isEqualTo("tester");
        assertThat(row("crm_list_companies").at("/client_name").stringValue("")).isEmpty();
    }

    private JsonNode row(String tool) {
        return hosting.trail().stream()
                .filter(row -> row.at("/kind").stringValue().equals("call.outcome")
                        && row.at("/tool").stringValue("").equals(tool))
                .findFirst()
                .orElseThrow();
    }
}
