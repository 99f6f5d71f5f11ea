package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ServerConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Prompts and resources of a hosted server are restricted as its tools are, and read its own account on the record. */
@Timeout(180)
class HostedContextTest {

    @TempDir
    private Path folder;

    private Hosting hosting;
    private volatile CountDownLatch held = new CountDownLatch(0);

    @BeforeEach
    void start() {
        hosting = new Hosting(
                folder,
                new Hosting.Setup(List.of(), DestinationHosts.any(), store -> store, Optional.of(new CrmFields())));
        hosting.stub.answering(got -> {
            CrmStub.await(held);
            return new CrmStub.Reply(200, "{\"fields\":[\"name\",\"canary_stage\"]}");
        });
    }

    @AfterEach
    void stop() {
        held.countDown();
        hosting.close();
    }

    private Client client(HostedServers.Issued server) {
        return new Client(hosting.url(server.token()));
    }

    private static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    private static String reading(String uri) {
        return request("resources/read", "{\"uri\":\"" + uri + "\"}");
    }

    private HostedServers.Issued restricted() {
        return hosting.server(
                hosting.connected(),
                new ServerConfig(
                        List.of(),
                        List.of(),
                        List.of("crm_list_companies"),
                        List.of(),
                        false,
                        false,
                        Optional.empty()));
    }

    @Test
    void aResourceTellsOfTheAccountAndItsReadingIsRecorded() {
        HostedServers.Issued server = hosting.server();

        Client.Got read = client(server).send(reading(CrmGuide.FIELDS));

        assertThat(read.result().at("/contents/0/text").stringValue()).isEqualTo("name,canary_stage");
        List<JsonNode> own = hosting.trail().stream()
                .filter(row -> row.at("/tool").asString("").equals("crm_list_companies"))
                .toList();
        assertThat(own).extracting(row -> row.at("/kind").stringValue()).containsExactly("call.intent", "call.outcome");
        assertThat(own.get(0).at("/actor").stringValue()).isEqualTo("system");
        assertThat(hosting.trail().toString()).doesNotContain("canary_stage");
        assertThat(client(server)
                        .send(request("prompts/get", "{\"name\":\"briefing\",\"arguments\":{\"field\":\"name\"}}"))
                        .result()
                        .at("/messages/0/content/text")
                        .stringValue())
                .isEqualTo("name of name,canary_stage");
        assertThat(hosting.stub.calls().stream().filter(got -> got.path().equals("/companies")))
                .hasSize(1);
    }

    @Test
    void nothingIsToldOfToolsThatAreNotOffered() {
        Client all = client(hosting.server());
        Client few = client(restricted());

        assertThat(all.send(request("prompts/list", "{}")).result().at("/prompts"))
                .hasSize(1);
        assertThat(few.send(request("prompts/list", "{}")).result().at("/prompts"))
                .isEmpty();
        assertThat(few.send(request("prompts/get", "{\"name\":\"briefing\",\"arguments\":{\"field\":\"x\"}}"))
                        .json()
                        .at("/error/message")
                        .stringValue())
                .contains("There is no prompt");
        String schema = "toolsmith://tools/crm_list_deals/schema";
        assertThat(all.send(reading(schema)).result().at("/contents/0/text").stringValue())
                .contains("\"type\"");
        Client.Got refused = few.send(reading(schema));
        assertThat(refused.json().at("/error/message").stringValue()).contains("No tool of that name is offered");
        assertThat(few.send(request(
                                "completion/complete",
                                "{\"ref\":{\"type\":\"ref/resource\",\"uri\":\"toolsmith://tools/{name}/schema\"},"
                                        + "\"argument\":{\"name\":\"name\",\"value\":\"crm\"}}"))
                        .result()
                        .at("/completion/values")
                        .toString())
                .isEqualTo("[\"crm_list_companies\"]");
    }

    @Test
    void whatWasReadIsNotToldOnceTheServerIsGone() {
        HostedServers.Issued server = hosting.server();
        CountDownLatch gate = new CountDownLatch(1);
        held = gate;
        CompletableFuture<Client.Got> reading = client(server).sending(reading(CrmGuide.FIELDS));
        Hosting.waitUntil(
                "the account is read",
                () -> hosting.stub.calls().stream().anyMatch(got -> got.path().equals("/companies")));

        hosting.servers.delete(
                Hosting.ACTOR, server.server().connectionId(), server.server().id());
        gate.countDown();

        Client.Got got = Client.got(reading);
        assertThat(got.text()).doesNotContain("canary_stage").contains("\"error\"");
    }

    @Test
    void nothingOfTheAccountIsReadForAPausedServer() {
        Connection connection = hosting.connected();
        HostedServers.Issued server = hosting.server(connection, ServerConfig.everything());
        hosting.servers.pause(Hosting.ACTOR, connection.id(), server.server().id());

        JsonNode error = client(server).send(reading(CrmGuide.FIELDS)).json().at("/error");
        assertThat(error.at("/code").intValue()).isEqualTo(-32603);
        assertThat(error.at("/message").stringValue()).contains("this server is paused");
        assertThat(hosting.stub.calls().stream().filter(got -> got.path().equals("/companies")))
                .isEmpty();
        assertThat(client(server).send(request("prompts/list", "{}")).result().at("/prompts"))
                .hasSize(1);
    }
}
