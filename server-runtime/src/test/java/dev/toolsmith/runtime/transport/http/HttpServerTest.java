package dev.toolsmith.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.runtime.fixture.EchoTools;
import dev.toolsmith.runtime.fixture.EnvelopeCase;
import dev.toolsmith.runtime.protocol.Limits;
import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.tool.ToolCaller;
import dev.toolsmith.runtime.tool.ToolResult;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class HttpServerTest {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String PONG = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}";

    private final EchoTools tools = new EchoTools();
    private final ProtocolKernel kernel =
            new ProtocolKernel(new ServerIdentity("test", "1", "Be kind."), tools, tools, fault -> {});
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.start(HttpSettings.onLoopback(0), kernel);
    }

    @AfterEach
    void stop() {
        tools.held.forEach(held -> held.complete(ToolResult.of(new byte[] {'1'})));
        server.close();
    }

    @Test
    void everyEnvelopeOfTheTablesHasItsStatusAndBody() throws Exception {
        List<EnvelopeCase> rows = new ArrayList<>(EnvelopeCase.read("legacy.txt"));
        rows.addAll(EnvelopeCase.read("modern.txt"));
        rows.addAll(EnvelopeCase.read("hostile.txt"));
        for (EnvelopeCase row : rows) {
            if (row.headers().isEmpty() || row.message().length() > Limits.MESSAGE_BYTES) {
                continue;
            }
            HttpResponse<String> response =
                    send(withHeaders(post(row.message()), row.headers().get()));
            assertThat(response.body()).as(row.title()).isEqualTo(row.answer());
            assertThat(response.statusCode()).as(row.title()).isEqualTo(row.status());
        }
    }

    private static HttpRequest.Builder withHeaders(HttpRequest.Builder request, List<String> headers) {
        List<String> names = List.of("MCP-Protocol-Version", "Mcp-Method", "Mcp-Name");
        for (int i = 0; i < names.size(); i++) {
            if (i < headers.size() && !headers.get(i).equals("-")) {
                request.header(names.get(i), headers.get(i));
            }
        }
        return request;
    }

    @Test
    void answersAreJsonThatNobodyStores() throws Exception {
        HttpResponse<String> response = send(post(PING));

        assertThat(response.body()).isEqualTo(PONG);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(response.headers().firstValue("cache-control")).contains("no-store");
        assertThat(response.headers().firstValue("mcp-session-id")).isEmpty();
        assertThat(response.headers().firstValue("server")).isEmpty();
    }

    @Test
    void limitsAreToldInHeaders() throws Exception {
        HttpResponse<String> response = send(post(call("1", "limited", "{}")));

        assertThat(response.headers().firstValue("ratelimit-limit")).contains("25");
        assertThat(response.headers().firstValue("ratelimit-remaining")).contains("0");
        assertThat(response.headers().firstValue("ratelimit-reset")).contains("3");
    }

    @Test
    void thereAreNoSessionsNoStreamsAndNoOtherPaths() throws Exception {
        assertThat(send(post(PING).header("Mcp-Session-Id", "guessed")).statusCode())
                .isEqualTo(200);
        HttpResponse<String> get = send(request(server.endpoint()).GET());
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("allow")).contains("POST");
        assertThat(send(request(server.endpoint()).DELETE()).statusCode()).isEqualTo(405);
        assertThat(send(request(server.endpoint().resolve("/other")).GET()).statusCode())
                .isEqualTo(404);
        assertThat(send(request(server.endpoint().resolve("/mcp/x")).GET()).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/readyz"})
    void healthIsToldWithoutAnything(String path) throws Exception {
        HttpResponse<String> response =
                send(request(server.endpoint().resolve(path)).GET());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"status\":\"up\"}\n");
    }

    @Test
    @Timeout(120)
    void aServerThatIsEndingIsNotReady() throws Exception {
        CompletableFuture<HttpResponse<String>> call =
                client.sendAsync(post(call("1", "hold", "{}")).build(), BodyHandlers.ofString());
        try (Socket socket =
                new Socket(server.endpoint().getHost(), server.endpoint().getPort())) {
            socket.setSoTimeout(60_000);
            String request = "GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n";
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            while (tools.held.isEmpty() || !ready(socket, in, request)) {
                Thread.onSpinWait();
            }
            CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
            String status = "HTTP/1.1 200 OK";
            while (status.equals("HTTP/1.1 200 OK")) {
                status = status(socket, in, request);
            }
            assertThat(status).isEqualTo("HTTP/1.1 503 Service Unavailable");
            tools.held.remove().complete(ToolResult.of(new byte[] {'1'}));
            assertThat(call.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            closing.get(60, TimeUnit.SECONDS);
        }
    }

    private static boolean ready(Socket socket, BufferedReader in, String request) throws IOException {
        return status(socket, in, request).equals("HTTP/1.1 200 OK");
    }

    private static String status(Socket socket, BufferedReader in, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String status = Optional.ofNullable(in.readLine()).orElse("");
        if (status.isEmpty()) {
            return "closed";
        }
        int length = 0;
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length: ")) {
                length = Integer.parseInt(line.substring(16));
            }
        }
        for (int i = 0; i < length; i++) {
            assertThat(in.read()).isNotNegative();
        }
        return status;
    }

    @Test
    void bodiesAreLimitedWhetherTheirLengthIsToldOrNot() throws Exception {
        byte[] large = "x".repeat(Limits.MESSAGE_BYTES + 1).getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder told = request(server.endpoint())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(large));
        HttpRequest.Builder chunked = request(server.endpoint())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));

        assertThat(statusOrBroken(told)).isIn(413, -1);
        assertThat(statusOrBroken(chunked)).isIn(413, -1);
        assertThat(send(post(PING)).body()).isEqualTo(PONG);
    }

    /** A server that answers before it has read everything may break the connection under the client's feet. */
    private int statusOrBroken(HttpRequest.Builder request) throws InterruptedException {
        try {
            return send(request).statusCode();
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    void mediaTypesAreChecked() throws Exception {
        assertThat(typed("application/json; charset=utf-8", "application/json, text/event-stream"))
                .isEqualTo(200);
        assertThat(typed("application/json", "*/*")).isEqualTo(200);
        assertThat(typed("application/json", "application/json;q=0.5")).isEqualTo(200);
        assertThat(typed("application/json", "text/event-stream")).isEqualTo(406);
        assertThat(typed("application/json", "application/json;q=0")).isEqualTo(406);
        assertThat(typed("text/plain", "application/json")).isEqualTo(415);
        assertThat(typed("application/json; charset=utf-16", "application/json"))
                .isEqualTo(415);
        assertThat(typed("application/jsonx", "application/json")).isEqualTo(415);
        assertThat(send(post(PING).header("Content-Encoding", "gzip")).statusCode())
                .isEqualTo(415);
    }

    private int typed(String contentType, String accept) throws Exception {
        return send(request(server.endpoint())
                        .header("Content-Type", contentType)
                        .header("Accept", accept)
                        .POST(BodyPublishers.ofString(PING)))
                .statusCode();
    }

    @Test
    void twoClientsWithEqualIdsGetTheirOwnAnswers() throws Exception {
        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> callMany("one"));
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> callMany("other"));
        CompletableFuture.allOf(one, other).get(100, TimeUnit.SECONDS);

        assertThat(tools.calls).hasValue(2_000);
    }

    private void callMany(String who) {
        HttpClient own =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Semaphore inFlight = new Semaphore(16);
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            inFlight.acquireUninterruptibly();
            String arguments = "{\"who\":\"" + who + "\",\"n\":" + i + "}";
            String expected = "\"text\":\"" + arguments.replace("\"", "\\\"") + "\"";
            HttpRequest request = post(call(Integer.toString(i), i % 2 == 0 ? "later" : "echo", arguments))
                    .build();
            answers.add(own.sendAsync(request, BodyHandlers.ofString())
                    .whenComplete((response, failure) -> inFlight.release())
                    .thenAccept(response -> assertThat(response.body()).contains(expected)));
        }
        CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0])).join();
    }

    @Test
    void anAnswerThatComesAtAnyMomentIsTold() throws Exception {
        ExecutorService soon = Executors.newFixedThreadPool(2);
        Random random = new Random(1);
        ToolCaller caller = call -> CompletableFuture.supplyAsync(
                () -> {
                    long until = System.nanoTime() + random.nextInt(60_000);
                    while (System.nanoTime() < until) {
                        Thread.onSpinWait();
                    }
                    return ToolResult.of(new byte[] {'1'});
                },
                soon);
        ProtocolKernel quick = new ProtocolKernel(new ServerIdentity("test", "1", ""), tools, caller, fault -> {});
        try (HttpServer other = HttpServer.start(HttpSettings.onLoopback(0), quick)) {
            for (int i = 0; i < 4_000; i++) {
                HttpRequest asked = request(other.endpoint())
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json, text/event-stream")
                        .POST(BodyPublishers.ofString(call(Integer.toString(i), "echo", "{}")))
                        .timeout(Duration.ofSeconds(20))
                        .build();
                assertThat(client.send(asked, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(200);
            }
        } finally {
            soon.shutdown();
        }
    }

    @Test
    void stoppingLetsCallsInFlightEnd() throws Exception {
        CompletableFuture<HttpResponse<String>> held =
                client.sendAsync(post(call("1", "hold", "{}")).build(), BodyHandlers.ofString());
        awaitHeld(1);
        URI endpoint = server.endpoint();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
        while (isListening(endpoint)) {
            Thread.onSpinWait();
        }
        assertThat(stopped).isNotDone();

        tools.held.poll().complete(ToolResult.of("done".getBytes(StandardCharsets.UTF_8)));
        assertThat(held.get(20, TimeUnit.SECONDS).body()).contains("done");
        stopped.get(35, TimeUnit.SECONDS);
    }

    private static boolean isListening(URI endpoint) {
        try (java.net.Socket socket = new java.net.Socket(endpoint.getHost(), endpoint.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aClientThatClosesItsConnectionCancelsItsCall() throws Exception {
        try (RawClient raw = new RawClient(server.endpoint())) {
            raw.send(RawClient.post(call("1", "hold", "{}")));
            awaitHeld(1);
        }
        while (tools.cancelled.get() == 0) {
            Thread.onSpinWait();
        }

        assertThat(tools.cancelled).hasValue(1);
        assertThat(send(post(PING)).body()).isEqualTo(PONG);
    }

    @Test
    void aClientThatHasSentMoreAlreadyIsSeenToCloseToo() throws Exception {
        try (RawClient raw = new RawClient(server.endpoint())) {
            raw.send(RawClient.post(call("1", "hold", "{}")));
            awaitHeld(1);
            raw.send("P");
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (tools.cancelled.get() == 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }

        assertThat(tools.cancelled).hasValue(1);
    }

    @Test
    void aRequestSentBehindAWaitingOneIsAnsweredAfterIt() throws Exception {
        try (RawClient raw = new RawClient(server.endpoint())) {
            raw.send(RawClient.post(call("1", "hold", "{}")));
            awaitHeld(1);
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS))
                    .join();
            raw.send(RawClient.post(PING));
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS))
                    .join();
            assertThat(tools.cancelled).hasValue(0);
            tools.held.poll().complete(ToolResult.of(new byte[] {'1'}));

            assertThat(raw.response().body()).startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\"");
            assertThat(raw.response().body()).isEqualTo(PONG);
        }
    }

    @Test
    void aConnectionIsUsedAgainAfterACallThatTookLong() throws Exception {
        try (RawClient raw = new RawClient(server.endpoint())) {
            for (int i = 0; i < 3; i++) {
                raw.send(RawClient.post(call("1", "hold", "{}")));
                awaitHeld(1);
                CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(150, TimeUnit.MILLISECONDS))
                        .join();
                tools.held.poll().complete(ToolResult.of(new byte[] {'1'}));
                assertThat(raw.response().status()).isEqualTo(200);
                raw.send(RawClient.post(PING));
                assertThat(raw.response().body()).isEqualTo(PONG);
            }
        }
    }

    @Test
    void servingOthersNeedsAToken() {
        assertThatThrownBy(() -> new HttpSettings("0.0.0.0", 0, Optional.empty(), Optional.empty(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Serving on 0.0.0.0, which others can reach, needs a token.");
    }

    @Test
    void aTakenPortIsAnIoException() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            HttpSettings settings = HttpSettings.onLoopback(taken.getLocalPort());
            assertThatThrownBy(() -> HttpServer.start(settings, kernel)).isInstanceOf(IOException.class);
        }
    }

    private void awaitHeld(int count) {
        while (tools.held.size() < count) {
            Thread.onSpinWait();
        }
    }

    private static String call(String id, String tool, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}";
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri);
    }

    private HttpRequest.Builder post(String message) {
        return request(server.endpoint())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(message));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
