package dev.toolsmith.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.toolsmith.runtime.fixture.EchoTools;
import dev.toolsmith.runtime.fixture.Listen;
import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.transport.http.HttpServer;
import dev.toolsmith.runtime.transport.http.HttpSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class BridgeVerbTest {

    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":"
            + "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"c\",\"version\":\"1\"}}}\n";
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"method\":\"ping\"}\n";

    private final PrintStream systemOut = System.out;

    @AfterEach
    void restore() {
        System.setOut(systemOut);
    }

    @Test
    void messagesGoToTheRemoteServerWithTheTokenAndComeBack() throws IOException {
        EchoTools tools = new EchoTools();
        ProtocolKernel kernel = new ProtocolKernel(new ServerIdentity("far", "1", ""), tools, tools, fault -> {});
        HttpSettings settings = new HttpSettings("127.0.0.1", 0, Optional.of("t"), Optional.empty(), List.of());
        try (HttpServer remote = HttpServer.start(settings, kernel)) {
            TestServer bridge = new TestServer(Map.of("TOOLSMITH_BRIDGE_TOKEN", "t"))
                    .typing(INITIALIZE
                            + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n"
                            + "{oops\n"
                            + "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\","
                            + "\"arguments\":{\"a\":1},\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":"
                            + "\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":{}}}}\n");

            assertThat(bridge.run("bridge", remote.endpoint().toString())).isZero();
            assertThat(bridge.out().lines())
                    .hasSize(3)
                    .anySatisfy(line -> assertThat(line).startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":"))
                    .anySatisfy(line ->
                            assertThat(line).contains("\"id\":7", "{\\\"a\\\":1}", "\"resultType\":\"complete\""))
                    .anySatisfy(line -> assertThat(line).contains("\"id\":null", "-32700"));
        }
    }

    @Test
    void whatTheRemoteServerRefusesIsAnsweredWithWhatToDo() throws IOException {
        EchoTools tools = new EchoTools();
        ProtocolKernel kernel = new ProtocolKernel(new ServerIdentity("far", "1", ""), tools, tools, fault -> {});
        HttpSettings settings = new HttpSettings("127.0.0.1", 0, Optional.of("t"), Optional.empty(), List.of());
        try (HttpServer remote = HttpServer.start(settings, kernel)) {
            TestServer bridge = new TestServer(Map.of()).typing(PING);

            assertThat(bridge.run("bridge", remote.endpoint().toString())).isZero();
            assertThat(bridge.out())
                    .startsWith("{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"error\":{\"code\":-32603,")
                    .contains("status 401", "TOOLSMITH_BRIDGE_TOKEN");
        }
    }

    @Test
    void eventsArePassedOnLineByLine() throws IOException {
        com.sun.net.httpserver.HttpServer remote =
                com.sun.net.httpserver.HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        remote.createContext("/mcp", BridgeVerbTest::events);
        remote.start();
        try {
            TestServer bridge = new TestServer(Map.of()).typing(PING);
            String url = "http://127.0.0.1:" + remote.getAddress().getPort() + "/mcp";

            assertThat(bridge.run("bridge", url)).isZero();
            assertThat(bridge.out()).isEqualTo("""
                            {"jsonrpc":"2.0","method":"notifications/message"}
                            {"jsonrpc":"2.0","id":"p","result":{}}
                            """);
        } finally {
            remote.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403|'id':null,|Pages of this origin may not call.",
                "400|'id':null,|Bad Request: Unsupported protocol version",
                "200|'id':null,|Too busy",
                "404||Session not found"
            })
    void whatAnErrorForNoRequestSaysIsPassedOn(int status, String id, String words) throws IOException {
        String error = "{\"jsonrpc\":\"2.0\"," + (id == null ? "" : id.replace('\'', '"'))
                + "\"error\":{\"code\":-32000,\"message\":\"" + words + "\"}}";

        assertThat(answered(status, error.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"error\":{\"code\":-32603,\"message\":"
                        + "\"The remote server answered with status " + status + " and no result. It says: " + words
                        + "\"}}\n");
    }

    @Test
    void anAnswerOverTheLimitIsAnError() throws IOException {
        String head = "{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"result\":{\"a\":\"";
        String most = head + "x".repeat((16 << 20) - head.length() - 3) + "\"}}";

        assertThat(answered(200, most.getBytes(StandardCharsets.UTF_8))).isEqualTo(most + "\n");
        assertThat(answered(200, (most + " ").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"error\":{\"code\":-32603,\"message\":"
                        + "\"The answer of the remote server is larger than 16777216 bytes.\"}}\n");
    }

    /** What the bridge makes of one answer. */
    private static String answered(int status, byte[] body) throws IOException {
        com.sun.net.httpserver.HttpServer remote =
                com.sun.net.httpserver.HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        remote.createContext("/mcp", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        remote.start();
        try {
            TestServer bridge = new TestServer(Map.of()).typing(PING);
            assertThat(bridge.run(
                            "bridge", "http://127.0.0.1:" + remote.getAddress().getPort() + "/mcp"))
                    .isZero();
            return bridge.out();
        } finally {
            remote.stop(0);
        }
    }

    private static void events(HttpExchange exchange) throws IOException {
        String events = """
                event: message
                data: {"jsonrpc":"2.0","method":"notifications/message"}

                : keep-alive

                data: {"jsonrpc":"2.0",
                data: "id":"p","result":{}}

                """;
        byte[] body = events.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void aSubscriptionIsNotPassedOnAsItsAnswerWouldNeverEnd() {
        TestServer bridge = new TestServer(Map.of()).typing(Listen.toTools("\"s\"") + "\n");

        assertThat(bridge.run("bridge", "http://127.0.0.1:1/mcp")).isZero();
        assertThat(bridge.out())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"s\",\"error\":{\"code\":-32601,\"message\":"
                        + "\"The bridge passes on no subscriptions; list the tools again instead.\"}}\n");
    }

    @Test
    void aServerThatIsNotThereIsToldPerRequest() {
        TestServer bridge = new TestServer(Map.of()).typing(PING);

        assertThat(bridge.run("bridge", "http://127.0.0.1:1/mcp")).isZero();
        assertThat(bridge.out()).contains("\"id\":\"p\"", "The remote server cannot be reached");
    }

    @Test
    void anAddressThatIsNoneIsWrongUsage() {
        TestServer bridge = new TestServer(Map.of());

        assertThat(bridge.run("bridge", "far.example")).isEqualTo(2);
        assertThat(bridge.err()).startsWith("\"far.example\" is no URL such as https://mcp.example.com/mcp.");
    }
}
