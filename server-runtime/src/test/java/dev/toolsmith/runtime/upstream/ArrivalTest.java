package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.Modern;
import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.protocol.Answer;
import dev.toolsmith.runtime.protocol.Peer;
import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ArrivalTest {

    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Peer peer = Peer.overPipe(message -> told.add(new String(message, StandardCharsets.UTF_8)));

    private CompletableFuture<Answer> call(Shop shop, String meta) {
        ProtocolKernel kernel =
                new ProtocolKernel(new ServerIdentity("test", "1", ""), shop.tools(), shop.caller(), fault -> {});
        return kernel.answer(Modern.call("1", "shop_get", "{}", "", "{}", meta).getBytes(StandardCharsets.UTF_8), peer);
    }

    private static String body(int bytes) {
        return "{\"x\":\"" + "y".repeat(bytes - 8) + "\"}";
    }

    @Test
    void aLongAnswerTellsHowMuchOfItHasCome() throws Exception {
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        try (Shop shop = new Shop().reading()) {
            String body = body(100_000);
            shop.api().answering((request, out, socket) -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                write(out, body.substring(0, 40_000));
                goOn.get(60, TimeUnit.SECONDS);
                write(out, body.substring(40_000));
            });
            CompletableFuture<Answer> answer = call(shop, ",\"progressToken\":5");

            assertThat(told.poll(60, TimeUnit.SECONDS))
                    .matches(
                            "\\{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":\\{\"progressToken\":5,"
                                    + "\"progress\":\\d{5},\"total\":100000,\"message\":\"Bytes of the answer of Shop\"}}");
            assertThat(answer).isNotDone();
            goOn.complete(null);
            assertThat(new String(answer.get(60, TimeUnit.SECONDS).body(), StandardCharsets.UTF_8))
                    .contains("\"isError\":false");
        }
    }

    private static void write(OutputStream out, String text) throws java.io.IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Test
    void aShortAnswerTellsNothing() throws Exception {
        try (Shop shop = new Shop().reading()) {
            shop.api().answering(StubApi.json(body(10_000)));
            assertThat(call(shop, ",\"progressToken\":5")
                            .get(60, TimeUnit.SECONDS)
                            .body())
                    .isNotEmpty();
            assertThat(told).isEmpty();
        }
    }

    @Test
    void nobodyWhoDoesNotAskIsTold() throws Exception {
        try (Shop shop = new Shop().reading()) {
            shop.api().answering(StubApi.json(body(200_000)));
            assertThat(call(shop, "").get(60, TimeUnit.SECONDS).body()).isNotEmpty();
            assertThat(told).isEmpty();
        }
    }

    @Test
    void aSoundIsTextForClientsOfTheFirstRevision() throws Exception {
        try (Shop shop = new Shop().reading()) {
            ProtocolKernel kernel =
                    new ProtocolKernel(new ServerIdentity("test", "1", ""), shop.tools(), shop.caller(), fault -> {});
            shop.api().answering(StubApi.whole(200, "audio/mpeg", new byte[] {0, 1, (byte) 255}));
            String call = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"shop_get\"}}";
            for (String revision : new String[] {"2024-11-05", "2025-03-26"}) {
                String hello =
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\""
                                + revision
                                + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"c\",\"version\":\"1\"}}}";
                kernel.answer(hello.getBytes(StandardCharsets.UTF_8), peer).get(60, TimeUnit.SECONDS);
                Answer answer = kernel.answer(call.getBytes(StandardCharsets.UTF_8), peer)
                        .get(60, TimeUnit.SECONDS);
                assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                        .contains(
                                revision.equals("2024-11-05")
                                        ? "\"content\":[{\"type\":\"text\",\"text\":\"{\\\"content_type\\\":\\\"audio/mpeg\\\""
                                        : "\"content\":[{\"type\":\"audio\"");
            }
        }
    }

    @Test
    void aPictureOrASoundIsGivenAsWhatItIs() throws Exception {
        try (Shop shop = new Shop().reading()) {
            shop.api().answering(StubApi.whole(200, "image/png", new byte[] {0, 1, (byte) 255}));
            assertThat(new String(call(shop, "").get(60, TimeUnit.SECONDS).body(), StandardCharsets.UTF_8))
                    .contains("\"content\":[{\"type\":\"image\",\"data\":\"AAH/\",\"mimeType\":\"image/png\"}]");
            shop.api().answering(StubApi.whole(200, "audio/mpeg; x=1", new byte[] {0, 1, (byte) 255}));
            assertThat(new String(call(shop, "").get(60, TimeUnit.SECONDS).body(), StandardCharsets.UTF_8))
                    .contains("\"content\":[{\"type\":\"audio\",\"data\":\"AAH/\",\"mimeType\":\"audio/mpeg\"}]");
            shop.api().answering(StubApi.whole(200, "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8)));
            assertThat(new String(call(shop, "").get(60, TimeUnit.SECONDS).body(), StandardCharsets.UTF_8))
                    .contains("\"content\":[{\"type\":\"text\",\"text\":\"{\\\"result\\\":\\\"<svg/>\\\"}\"}]");
        }
    }
}
