package dev.toolsmith.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.EchoTools;
import dev.toolsmith.runtime.fixture.Listen;
import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.protocol.Subscription;
import dev.toolsmith.runtime.tool.CallOrigin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class EventStreamTest {

    private final EchoTools tools = new EchoTools().changing();
    private final ProtocolKernel kernel =
            new ProtocolKernel(new ServerIdentity("test", "1", ""), tools, tools, fault -> {});
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<HttpServer> servers = new ArrayList<>();
    private EventStreams streams = new EventStreams();

    @AfterEach
    void stop() {
        servers.forEach(HttpServer::close);
    }

    private HttpServer serving(EventStreams held) throws IOException {
        streams = held;
        HttpServer server = HttpServer.start(HttpSettings.onLoopback(0), kernel, held);
        servers.add(server);
        return server;
    }

    private HttpResponse<InputStream> listen(HttpServer server, String id, String... forwardedFor) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.endpoint())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "subscriptions/listen")
                .POST(HttpRequest.BodyPublishers.ofString(Listen.toTools(id)));
        for (String clients : forwardedFor) {
            request.header("X-Forwarded-For", clients);
        }
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    private static BufferedReader lines(HttpResponse<InputStream> response) {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private static String event(BufferedReader in) throws IOException {
        assertThat(in.readLine()).isEqualTo("event: message");
        String data = in.readLine();
        assertThat(in.readLine()).isEmpty();
        return data.substring("data: ".length());
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void aStreamBeginsWithItsAcknowledgementAndGoesOnWithChanges() throws Exception {
        HttpResponse<InputStream> response = listen(serving(new EventStreams()), "1");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("text/event-stream");
        assertThat(response.headers().firstValue("cache-control")).contains("no-store");
        assertThat(response.headers().firstValue("x-accel-buffering")).contains("no");
        try (BufferedReader in = lines(response)) {
            assertThat(event(in)).isEqualTo(Listen.acknowledged("1"));
            tools.changes.changed();
            assertThat(event(in)).isEqualTo(Listen.changed("1"));
            tools.changes.changed();
            assertThat(event(in)).isEqualTo(Listen.changed("1"));
        }
    }

    @Test
    void aServerThatStopsEndsItsStreamsWellAndDoesNotWaitForThem() throws Exception {
        HttpServer server = serving(new EventStreams());
        try (BufferedReader in = lines(listen(server, "\"s\""))) {
            assertThat(event(in)).isEqualTo(Listen.acknowledged("\"s\""));
            CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
            assertThat(event(in)).isEqualTo(Listen.ended("\"s\""));
            assertThat(in.readLine()).isNull();
            closing.get(20, TimeUnit.SECONDS);
        }
        assertThat(streams.open()).isZero();
    }

    @Test
    void aClientThatClosesEndsItsStream() throws Exception {
        HttpServer server = serving(new EventStreams());
        InputStream first = listen(server, "1").body();
        InputStream second = listen(server, "2").body();
        assertThat(streams.open()).isEqualTo(2);
        first.close();
        await(() -> streams.open() == 1);
        second.close();
        await(() -> streams.open() == 0);
    }

    @Test
    void aQuietStreamIsKeptAliveByComments() throws Exception {
        try (BufferedReader in = lines(listen(serving(new EventStreams(2, 2, 50)), "1"))) {
            assertThat(event(in)).isEqualTo(Listen.acknowledged("1"));
            assertThat(in.readLine()).isEqualTo(": still here");
            assertThat(in.readLine()).isEmpty();
            assertThat(in.readLine()).isEqualTo(": still here");
            assertThat(in.readLine()).isEmpty();
        }
    }

    @Test
    void beyondTheLimitOfOnePeerAStreamIsRefusedUntilAnotherIsClosed() throws Exception {
        HttpServer server = serving(new EventStreams(10, 2));
        InputStream first = listen(server, "1", "192.0.2.7").body();
        listen(server, "2", "192.0.2.7");
        HttpResponse<InputStream> refused = listen(server, "3", "203.0.113.9, 192.0.2.7");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(new String(refused.body().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":3,\"error\":{\"code\":-32000,\"message\":"
                        + "\"You have 2 subscriptions open, and may have no more. Close one first.\"}}");
        first.close();
        await(() -> streams.open() == 1);
        assertThat(listen(server, "4", "192.0.2.7").statusCode()).isEqualTo(200);
    }

    @Test
    void clientsBehindAProxyOnThisMachineDoNotShareTheLimitOfOne() throws Exception {
        HttpServer server = serving(new EventStreams(10, 1));

        assertThat(listen(server, "1", "192.0.2.7").statusCode()).isEqualTo(200);
        assertThat(listen(server, "2", "192.0.2.8").statusCode()).isEqualTo(200);
        assertThat(listen(server, "3").statusCode()).isEqualTo(200);
        assertThat(listen(server, "4").statusCode()).isEqualTo(200);
        assertThat(listen(server, "5", "192.0.2.7").statusCode()).isEqualTo(429);
    }

    @Test
    void beyondTheLimitOfAllAStreamIsRefused() throws Exception {
        HttpServer server = serving(new EventStreams(1, 2));
        listen(server, "1");
        HttpResponse<InputStream> refused = listen(server, "2");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(new String(refused.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("The server has 1 subscriptions open, and takes no more. Try again later.");
        assertThat(streams.open()).isEqualTo(1);
    }

    @Test
    void aClientThatReadsNothingIsCutOff() throws Exception {
        HttpServer server = serving(new EventStreams(5, 5, 500));
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4096);
            slow.connect(new java.net.InetSocketAddress(
                    InetAddress.getLoopbackAddress(), server.endpoint().getPort()));
            String request = RawClient.post(
                    Listen.toTools("1"), "MCP-Protocol-Version: 2026-07-28", "Mcp-Method: subscriptions/listen");
            slow.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            await(() -> streams.open() == 1);
            await(() -> {
                for (int i = 0; i < 1000; i++) {
                    tools.changes.changed();
                }
                return streams.open() == 0;
            });
        }
    }

    @Test
    void manyStreamsHoldNoThreads() throws Exception {
        HttpServer server = serving(new EventStreams(150, 150));
        List<BufferedReader> readers = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            readers.add(lines(listen(server, Integer.toString(i))));
        }
        long threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("http-"))
                .count();
        assertThat(threads).isLessThan(40);
        tools.changes.changed();
        for (int i = 0; i < 150; i++) {
            String id = Integer.toString(i);
            assertThat(event(readers.get(i))).isEqualTo(Listen.acknowledged(id));
            assertThat(event(readers.get(i))).isEqualTo(Listen.changed(id));
            readers.get(i).close();
        }
        await(() -> streams.open() == 0);
    }

    @Test
    void whoeverLetAClientInMayEndItsStream() throws Exception {
        LinkedBlockingQueue<Subscription> opened = new LinkedBlockingQueue<>();
        EventStreams held = new EventStreams();
        Handler handler = new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                new McpExchange(kernel, request, response, callback, new Streaming(held, "one", opened::add))
                        .answer(CallOrigin.UNKNOWN, introduced -> {});
                return true;
            }
        };
        HttpServer server = HttpServer.start(HttpSettings.onLoopback(0), handler);
        servers.add(server);
        try (BufferedReader in = lines(listen(server, "1"))) {
            assertThat(event(in)).isEqualTo(Listen.acknowledged("1"));
            Subscription subscription = opened.poll(60, TimeUnit.SECONDS);
            subscription.end();
            assertThat(event(in)).isEqualTo(Listen.ended("1"));
            assertThat(in.readLine()).isNull();
            assertThat(held.open()).isZero();
        }
    }

    @Test
    void theEndIsToldAlsoWhenTooManyMessagesWait() throws Exception {
        LinkedBlockingQueue<Subscription> opened = new LinkedBlockingQueue<>();
        LinkedBlockingQueue<Runnable> late = new LinkedBlockingQueue<>();
        Handler handler = new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Response holding = new SecondWriteHeld(request, response, late);
                new McpExchange(kernel, request, holding, callback, new Streaming(streams, "one", opened::add))
                        .answer(CallOrigin.UNKNOWN, introduced -> {});
                return true;
            }
        };
        HttpServer server = HttpServer.start(HttpSettings.onLoopback(0), handler);
        servers.add(server);
        try (BufferedReader in = lines(listen(server, "1"))) {
            assertThat(event(in)).isEqualTo(Listen.acknowledged("1"));
            Subscription subscription = opened.poll(60, TimeUnit.SECONDS);
            tools.changes.changed();
            Runnable held = late.poll(60, TimeUnit.SECONDS);
            for (int i = 0; i < 20; i++) {
                tools.changes.changed();
            }
            subscription.end();
            held.run();
            for (int i = 0; i < 16; i++) {
                assertThat(event(in)).isEqualTo(Listen.changed("1"));
            }
            assertThat(event(in)).isEqualTo(Listen.ended("1"));
            assertThat(in.readLine()).isNull();
        }
    }

    /** Leaves it to the test when the second write is carried out. */
    private static final class SecondWriteHeld extends Response.Wrapper {

        private final LinkedBlockingQueue<Runnable> late;
        private final AtomicInteger writes = new AtomicInteger();

        SecondWriteHeld(Request request, Response response, LinkedBlockingQueue<Runnable> late) {
            super(request, response);
            this.late = late;
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            if (writes.incrementAndGet() == 2) {
                late.add(() -> super.write(last, content, callback));
            } else {
                super.write(last, content, callback);
            }
        }
    }

    @Test
    void whereNoStreamsAreHeldASubscriptionIsRefused() throws Exception {
        Handler handler = new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                new McpExchange(kernel, request, response, callback).answer(CallOrigin.UNKNOWN, introduced -> {});
                return true;
            }
        };
        HttpServer server = HttpServer.start(HttpSettings.onLoopback(0), handler);
        servers.add(server);
        HttpResponse<InputStream> refused = listen(server, "1");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(new String(refused.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("This server opens no streams.");
    }

    @Test
    void aConnectionServesFurtherRequestsAfterItsStreamHasEnded() throws Exception {
        HttpServer server = serving(new EventStreams());
        try (RawClient raw = new RawClient(server.endpoint())) {
            String nothing = Listen.to("1", "{}");
            raw.send(RawClient.post(nothing, "MCP-Protocol-Version: 2026-07-28", "Mcp-Method: subscriptions/listen"));
            RawClient.Response head = raw.response();
            assertThat(head.header()).contains("transfer-encoding: chunked");
            raw.skipChunks();
            raw.send(RawClient.post("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}"));
            assertThat(raw.response().body()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}");
        }
    }
}
