package dev.toolsmith.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.AskingTools;
import dev.toolsmith.runtime.fixture.Modern;
import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.tool.CallClient;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class ProgressStreamTest {

    private static final String BOTH = "application/json, text/event-stream";
    private static final String TOKEN = ",\"progressToken\":\"p\"";

    private final AskingTools tools = new AskingTools();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        ProtocolKernel kernel = new ProtocolKernel(new ServerIdentity("test", "1", ""), tools, tools, fault -> {});
        server = HttpServer.start(HttpSettings.onLoopback(0), kernel, new EventStreams(5, 5, 200));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<InputStream> modern(String tool, String accept, String meta) throws Exception {
        return client.send(
                HttpRequest.newBuilder(server.endpoint())
                        .header("Content-Type", "application/json")
                        .header("Accept", accept)
                        .header("MCP-Protocol-Version", "2026-07-28")
                        .header("Mcp-Method", "tools/call")
                        .header("Mcp-Name", tool)
                        .POST(HttpRequest.BodyPublishers.ofString(Modern.call("7", tool, "{}", "", Modern.FORMS, meta)))
                        .build(),
                BodyHandlers.ofInputStream());
    }

    private HttpResponse<InputStream> legacy(String body, String version) throws Exception {
        return client.send(
                HttpRequest.newBuilder(server.endpoint())
                        .header("Content-Type", "application/json")
                        .header("Accept", BOTH)
                        .headers(
                                version.isEmpty()
                                        ? new String[] {"X-None", "1"}
                                        : new String[] {"MCP-Protocol-Version", version})
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofInputStream());
    }

    private static List<String> messages(HttpResponse<InputStream> response) throws IOException {
        List<String> messages = new ArrayList<>();
        try (BufferedReader in = lines(response)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("data: ")) {
                    messages.add(line.substring("data: ".length()));
                }
            }
        }
        return messages;
    }

    private static BufferedReader lines(HttpResponse<InputStream> response) {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("content-type").orElse("");
    }

    @Test
    void theAnswerBecomesAStreamAtTheFirstProgress() throws Exception {
        HttpResponse<InputStream> response = modern("count", BOTH, TOKEN);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(type(response)).isEqualTo("text/event-stream");
        assertThat(response.headers().firstValue("x-accel-buffering")).contains("no");
        List<String> messages = messages(response);
        assertThat(messages).hasSize(4);
        assertThat(messages.get(0))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\","
                        + "\"params\":{\"progressToken\":\"p\",\"progress\":0}}");
        assertThat(messages.get(1)).contains("\"progress\":2,\"total\":4,\"message\":\"half\"");
        assertThat(messages.get(2)).contains("\"progress\":4");
        assertThat(messages.get(3)).contains("\"id\":7").contains("\"resultType\":\"complete\"");
    }

    @Test
    void olderRevisionsGetTheSameStream() throws Exception {
        String call = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"count\","
                + "\"_meta\":{\"progressToken\":3}}}";
        for (String version : List.of("2025-11-25", "2025-06-18", "")) {
            HttpResponse<InputStream> response = legacy(call, version);
            assertThat(type(response)).isEqualTo("text/event-stream");
            assertThat(messages(response)).hasSize(4).last().asString().contains("\"id\":7");
        }
    }

    @Test
    void aBatchIsAnsweredAtTheEndOfTheStream() throws Exception {
        HttpResponse<InputStream> response = legacy(
                "[{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"count\","
                        + "\"_meta\":{\"progressToken\":3}}},{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"ping\"}]",
                "");

        List<String> messages = messages(response);
        assertThat(messages).hasSize(4);
        assertThat(messages.get(3)).startsWith("[{").contains("\"id\":7").contains("\"id\":8");
    }

    @Test
    void withoutTokenOrWhereNoStreamIsAcceptedTheAnswerIsOneText() throws Exception {
        for (HttpResponse<InputStream> response : List.of(
                modern("count", BOTH, ""),
                modern("count", "application/json", TOKEN),
                modern("count", "application/json, text/event-stream;q=0", TOKEN),
                modern("count", "*/*", TOKEN))) {
            assertThat(type(response)).isEqualTo("application/json");
            assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("{\\\"wanted\\\":false}");
        }
    }

    @Test
    void aCallThatTellsNothingIsAnsweredWithOneText() throws Exception {
        HttpResponse<InputStream> response = modern("picture", BOTH, TOKEN);

        assertThat(type(response)).isEqualTo("application/json");
        assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("\"id\":7");
    }

    @Test
    void aStreamGoesOnWhileTheCallDoes() throws Exception {
        HttpResponse<InputStream> response = modern("hold", BOTH, TOKEN);
        try (BufferedReader in = lines(response)) {
            assertThat(next(in)).contains("\"progress\":1");
            assertThat(in.readLine()).isEmpty();
            assertThat(in.readLine()).isEqualTo(": still here");
            CallClient told = tools.clients.poll(60, TimeUnit.SECONDS);
            told.progress(2, OptionalLong.of(3), "more");
            assertThat(next(in)).contains("\"progress\":2,\"total\":3,\"message\":\"more\"");
            CompletableFuture<ToolResult> held = tools.held.poll(60, TimeUnit.SECONDS);
            held.complete(ToolResult.of("{}".getBytes(StandardCharsets.UTF_8)));
            told.progress(3, OptionalLong.of(3), "late");
            assertThat(next(in)).contains("\"id\":7");
            assertThat(in.readLine()).isEmpty();
            assertThat(in.readLine()).isNull();
        }
    }

    private static String next(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (!line.startsWith("data: ")) {
            line = in.readLine();
        }
        return line;
    }

    @Test
    void closingTheStreamCancelsTheCall() throws Exception {
        HttpResponse<InputStream> response = modern("hold", BOTH, TOKEN);
        assertThat(next(lines(response))).contains("\"progress\":1");
        response.body().close();

        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (tools.cancelled.get() == 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(tools.cancelled).hasValue(1);
    }

    @Test
    void aConnectionServesFurtherRequestsAfterAStream() throws Exception {
        try (RawClient raw = new RawClient(server.endpoint())) {
            raw.send(RawClient.post(
                    Modern.call("7", "count", "{}", "", "{}", TOKEN),
                    "MCP-Protocol-Version: 2026-07-28",
                    "Mcp-Method: tools/call",
                    "Mcp-Name: count",
                    "Accept: application/json, text/event-stream"));
            assertThat(raw.response().header())
                    .contains("transfer-encoding: chunked")
                    .contains("text/event-stream");
            raw.skipChunks();
            raw.send(RawClient.post("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}"));
            assertThat(raw.response().body()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}");
        }
    }

    @Test
    void aQuestionIsAnsweredLikeAResult() throws Exception {
        HttpResponse<InputStream> response = modern("confirm", BOTH, TOKEN);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(type(response)).isEqualTo("application/json");
        assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("\"resultType\":\"input_required\"");
    }

    /** So that every piece that a slow client takes counts. */
    @Test
    void aLongAnswerLeavesInPieces() throws Exception {
        LinkedBlockingQueue<Integer> pieces = new LinkedBlockingQueue<>();
        ProtocolKernel kernel = new ProtocolKernel(new ServerIdentity("test", "1", ""), tools, tools, fault -> {});
        EventStreams streams = new EventStreams();
        Handler handler = new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Response noting = new Response.Wrapper(request, response) {
                    @Override
                    public void write(boolean last, ByteBuffer content, Callback written) {
                        pieces.add(content.remaining());
                        super.write(last, content, written);
                    }
                };
                Streaming streaming = new Streaming(streams, "one", opened -> {}, true);
                new McpExchange(kernel, request, noting, callback, streaming)
                        .answer(CallOrigin.UNKNOWN, introduced -> {});
                return true;
            }
        };
        server.close();
        server = HttpServer.start(HttpSettings.onLoopback(0), handler);
        HttpResponse<InputStream> response = modern("hold", BOTH, TOKEN);
        String result = "{\"a\":\"" + "x".repeat(20_000_000) + "\"}";
        tools.held.poll(60, TimeUnit.SECONDS).complete(ToolResult.of(result.getBytes(StandardCharsets.UTF_8)));

        List<String> messages = messages(response);
        assertThat(messages).hasSize(2);
        assertThat(messages.get(1).length()).isGreaterThan(20_000_000);
        assertThat(pieces).hasSizeGreaterThan(600).allMatch(size -> size <= 32 * 1024);
    }
}
