package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** There are no sessions: no id of one is given out, none opens anything, and none belongs to anybody. */
class SessionsTest {

    private static final String SESSION = "Mcp-Session-Id";
    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{"
            + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}";
    private static final String MODERN_LIST = "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/list\",\"params\":{"
            + "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
    private static final String[] MODERN = {"MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "tools/list"};

    @TempDir
    private Path folder;

    private Hosting hosting;
    private String token;
    private String anotherToken;

    @BeforeEach
    void start() {
        hosting = new Hosting(folder);
        token = hosting.server().token();
        anotherToken = hosting.server().token();
    }

    @AfterEach
    void stop() {
        hosting.close();
    }

    private List<String> ids() {
        return List.of(anotherToken, token, UUID.randomUUID().toString(), "1", " ", "x".repeat(4000));
    }

    @Test
    void noAnswerGivesOutASession() {
        Client client = new Client(hosting.url(token));

        for (Client.Got got : List.of(client.send(INITIALIZE), client.send(LIST), client.send(MODERN_LIST, MODERN))) {
            assertThat(got.status()).isEqualTo(200);
            assertThat(got.response().headers().firstValue(SESSION)).isEmpty();
        }
    }

    @Test
    void theIdOfASessionChangesNoAnswer() {
        Client client = new Client(hosting.url(token));
        String plain = client.send(LIST).text();
        String modern = client.send(MODERN_LIST, MODERN).text();

        for (String id : ids()) {
            assertThat(client.send(LIST, SESSION, id).text()).isEqualTo(plain);
            assertThat(client.send(MODERN_LIST, with(SESSION, id)).text()).isEqualTo(modern);
        }
    }

    private static String[] with(String... more) {
        String[] all = new String[MODERN.length + more.length];
        System.arraycopy(MODERN, 0, all, 0, MODERN.length);
        System.arraycopy(more, 0, all, MODERN.length, more.length);
        return all;
    }

    @Test
    void noSessionOpensAServerWhoseUrlIsNotKnown() {
        Client wrong = new Client(hosting.url(token.substring(0, token.length() - 2) + "zz"));
        int status = wrong.send(LIST).status();

        assertThat(status).isEqualTo(404);
        for (String id : ids()) {
            assertThat(wrong.send(LIST, SESSION, id).status()).isEqualTo(404);
        }
    }

    @Test
    void aSessionCanNeitherBeListenedToNorEnded() throws Exception {
        URI url = hosting.url(token);

        for (String id : ids()) {
            assertThat(status(HttpRequest.newBuilder(url)
                            .header("Accept", "text/event-stream")
                            .header(SESSION, id)
                            .GET()))
                    .isEqualTo(405);
            assertThat(status(HttpRequest.newBuilder(url).header(SESSION, id).DELETE()))
                    .isEqualTo(405);
        }
        assertThat(new Client(url).send(LIST).status()).isEqualTo(200);
    }

    private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<Void> response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
        return response.statusCode();
    }
}
