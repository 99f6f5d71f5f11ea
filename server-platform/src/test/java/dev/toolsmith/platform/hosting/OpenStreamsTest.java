package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.access.ApiTokens;
import dev.toolsmith.platform.model.ApiToken.Permission;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ServerConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that listen for changes of a hosted server's tools hear of them for as long as they are let in. */
@Timeout(120)
class OpenStreamsTest {

    private static final String LISTEN =
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"subscriptions/listen\",\"params\":{\"_meta\":{"
                    + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                    + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"t\",\"version\":\"1\"},"
                    + "\"io.modelcontextprotocol/clientCapabilities\":{}},"
                    + "\"notifications\":{\"toolsListChanged\":true}}}";
    private static final String END = "(end)";
    private static final String BROKEN = "(broken)";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Hosting hosting;
    private Connection connection;
    private HostedServers.Issued server;

    @BeforeEach
    void start() {
        hosting = new Hosting(
                folder,
                Hosting.Setup.plain(),
                List.of(CrmJar.of("crm", "1", "crm_get_self", "crm_list_companies", "crm_list_deals")));
        connection = hosting.connected();
        server = hosting.server(connection, ServerConfig.everything());
    }

    @AfterEach
    void stop() {
        hosting.close();
    }

    /** One open stream: its events as they come. */
    private static final class Stream {

        private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();

        Stream(InputStream body) {
            Thread reader = new Thread(() -> read(body));
            reader.setDaemon(true);
            reader.start();
        }

        private void read(InputStream body) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("data: ")) {
                        events.add(line.substring(6));
                    }
                }
                events.add(END);
            } catch (IOException e) {
                events.add(BROKEN);
            }
        }

        String next() {
            try {
                String event = events.poll(60, TimeUnit.SECONDS);
                assertThat(event).as("an event").isNotNull();
                return event;
            } catch (InterruptedException e) {
                throw new AssertionError("Interrupted", e);
            }
        }

        /** Told that it is over, and then nothing. */
        void mustEnd() {
            assertThat(next()).contains("\"id\":7").contains("\"resultType\":\"complete\"");
            assertThat(next()).isEqualTo(END);
        }
    }

    private Stream listening(URI url, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "subscriptions/listen")
                .POST(HttpRequest.BodyPublishers.ofString(LISTEN));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<InputStream> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
            Stream stream = new Stream(response.body());
            assertThat(stream.next()).contains("notifications/subscriptions/acknowledged");
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted", e);
        }
    }

    private Stream listening() {
        return listening(hosting.url(server.token()));
    }

    private HostedServer change(ServerConfig config) {
        return hosting.servers.change(
                Hosting.ACTOR, connection.id(), server.server().id(), was -> was.withConfig(config));
    }

    private static ServerConfig companies(boolean asksForApiToken) {
        return new ServerConfig(
                List.of(), List.of("companies"), List.of(), List.of(), false, asksForApiToken, Optional.empty());
    }

    @Test
    void aNewVersionAndANewRestrictionAreTold() {
        Stream stream = listening();
        hosting.moveTo(CrmJar.of("crm", "2", "crm_get_self", "crm_list_companies"));
        assertThat(stream.next()).contains("notifications/tools/list_changed");
        change(companies(false));
        assertThat(stream.next()).contains("notifications/tools/list_changed");
        assertThat(new Client(hosting.url(server.token())).list().text())
                .contains("crm_list_companies")
                .doesNotContain("crm_get_self");
    }

    @Test
    void aPausedServerHasNoListeners() {
        Stream stream = listening();
        hosting.servers.pause(Hosting.ACTOR, connection.id(), server.server().id());
        stream.mustEnd();
    }

    @Test
    void aDeletedServerHasNoListeners() {
        Stream stream = listening();
        hosting.servers.delete(Hosting.ACTOR, connection.id(), server.server().id());
        stream.mustEnd();
    }

    @Test
    void aDeletedConnectionHasNoListeners() {
        Stream stream = listening();
        hosting.connections.delete(Hosting.ACTOR, connection.id());
        stream.mustEnd();
    }

    @Test
    void aRolledUrlHasNoListeners() {
        Stream stream = listening();
        hosting.servers.roll(Hosting.ACTOR, connection.id(), server.server().id(), Duration.ZERO);
        stream.mustEnd();
    }

    @Test
    void anExpiredServerHasNoListeners() {
        hosting.servers.change(
                Hosting.ACTOR,
                connection.id(),
                server.server().id(),
                was -> was.withExpiresAt(Optional.of(hosting.clock.instant().plusSeconds(100))));
        Stream stream = listening();
        hosting.clock.move(Duration.ofSeconds(100));
        stream.mustEnd();
    }

    @Test
    void whoListensWithARevokedApiTokenHearsNothingMore() {
        change(companies(true));
        ApiTokens.Issued token = hosting.apiTokens.create(
                Hosting.ACTOR, "Agent", Set.of(Permission.CALL), Optional.empty(), Optional.empty());
        Stream stream = listening(hosting.url(server.token()), "Authorization", "Bearer " + token.secret());
        hosting.apiTokens.revoke(Hosting.ACTOR, token.token().id());
        stream.mustEnd();
    }

    @Test
    void aServerThatAsksForAnApiTokenFromNowOnEndsThoseWithoutOne() {
        Stream stream = listening();
        change(companies(true));
        stream.mustEnd();
    }

    @Test
    void manyListenersOfOneUrlAreTurnedAwayAndAClosedOneMakesRoom() {
        List<Stream> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(listening());
        }
        Client client = new Client(hosting.url(server.token()));
        Client.Got refused =
                client.send(LISTEN, "MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "subscriptions/listen");
        assertThat(refused.text()).contains("subscriptions open").contains("\"error\"");
        hosting.servers.pause(Hosting.ACTOR, connection.id(), server.server().id());
        all.forEach(Stream::mustEnd);
        hosting.servers.resume(Hosting.ACTOR, connection.id(), server.server().id());
        assertThat(hosting.streams.count()).isZero();
        Stream again = listening();
        hosting.servers.delete(Hosting.ACTOR, connection.id(), server.server().id());
        again.mustEnd();
    }
}
