package dev.toolsmith.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.EchoTools;
import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class ConnectionFloodTest {

    private static final int CLIENTS = 8;
    private static final int CONNECTIONS = 400;
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private final EchoTools tools = new EchoTools();
    private final ProtocolKernel kernel =
            new ProtocolKernel(new ServerIdentity("test", "1", ""), tools, tools, fault -> {});
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.start(HttpSettings.onLoopback(0), kernel);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Connects again and again, and leaves at once, in the middle of a header, or by a reset. */
    private int flood() {
        int made = 0;
        for (int i = 0; i < CONNECTIONS; i++) {
            try (Socket socket =
                    new Socket(server.endpoint().getHost(), server.endpoint().getPort())) {
                made++;
                socket.setSoLinger(i % 3 == 2, 0);
                if (i % 3 > 0) {
                    socket.getOutputStream().write("POST /mcp HTTP/1.1\r\nHo".getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                assertThat(e).as("what a server may do to whoever floods it").hasMessageContaining("onnection");
            }
        }
        return made;
    }

    @Test
    void whoConnectsAndLeavesManyTimesKeepsNobodyFromBeingAnswered() throws Exception {
        List<CompletableFuture<Integer>> floods = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            floods.add(CompletableFuture.supplyAsync(this::flood, task -> new Thread(task, "flood").start()));
        }
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest ping = HttpRequest.newBuilder(server.endpoint())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(PING))
                .build();
        CompletableFuture<Void> all = CompletableFuture.allOf(floods.toArray(new CompletableFuture<?>[0]));
        int answered = 0;
        while (!all.isDone() || answered == 0) {
            assertThat(client.send(ping, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
            answered++;
        }
        all.get(60, TimeUnit.SECONDS);

        assertThat(floods.stream().mapToInt(CompletableFuture::join).sum()).isGreaterThan(CLIENTS * CONNECTIONS / 2);
        assertThat(client.send(ping, BodyHandlers.ofString()).body())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
    }
}
