package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.fixture.StubApi.Answer;
import dev.toolsmith.runtime.tool.ToolResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class FaultTest {

    private static final String LOOK = " It is not known whether the call was carried out: look before you call again.";

    @Test
    void aHangingApiEndsAtTheDeadline() {
        CountDownLatch end = new CountDownLatch(1);
        try (Shop shop = impatient().reading().writing()) {
            shop.api().answering((request, out, socket) -> end.await());
            assertThat(shop.text("shop_get", "{}")).isEqualTo("Shop did not answer within 1 s. Try again later.");
            assertThat(shop.text("shop_create", "{}")).isEqualTo("Shop did not answer within 1 s." + LOOK);
            assertThat(shop.api().journal()).hasSize(2);
        } finally {
            end.countDown();
        }
    }

    @Test
    void aWriteThatWaitsForAConnectionTillTheDeadlineIsNeverSaidToBeUnsentWhenItWasSent() {
        CountDownLatch end = new CountDownLatch(1);
        UpstreamLimits one =
                new UpstreamLimits(Duration.ofSeconds(2), Duration.ofSeconds(5), 5 << 20, 256 << 10, 64L << 20, 1);
        try (Shop shop = new Shop().writing().limits(one)) {
            shop.api().answering((request, out, socket) -> end.await());
            CompletableFuture<ToolResult> first = shop.call("shop_create", "{}", new CompletableFuture<>());
            CompletableFuture<ToolResult> second = shop.call("shop_create", "{}", new CompletableFuture<>());
            List<String> texts = List.of(text(first), text(second));
            assertThat(texts).contains("Shop did not answer within 2 s." + LOOK);
            long knownUnsent = texts.stream()
                    .filter(text -> text.contains("Nothing was sent"))
                    .count();
            assertThat(knownUnsent + shop.api().journal().size()).isLessThanOrEqualTo(2);
        } finally {
            end.countDown();
        }
    }

    @Test
    void headersFollowedBySilenceEndAtTheDeadline() {
        CountDownLatch end = new CountDownLatch(1);
        try (Shop shop = impatient().reading()) {
            shop.api().answering((request, out, socket) -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
                end.await();
            });
            assertError(shop.call("shop_get", "{}"), "upstream_timeout", "Shop did not answer within 1 s.");
        } finally {
            end.countDown();
        }
    }

    @Test
    void aDrippingBodyEndsAtTheDeadline() {
        try (Shop shop = impatient().reading()) {
            shop.api().answering((request, out, socket) -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n[");
                CountDownLatch never = new CountDownLatch(1);
                while (!never.await(20, TimeUnit.MILLISECONDS)) {
                    write(out, "1,");
                }
            });
            assertError(shop.call("shop_get", "{}"), "upstream_timeout", "Shop did not answer within 1 s.");
        }
    }

    @Test
    void aConnectionThatBreaksMidBodyIsNoAnswer() {
        List<Answer> broken = List.of(
                (request, out, socket) -> {
                    write(
                            out,
                            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{\"a\":");
                    socket.setSoLinger(true, 0);
                    socket.close();
                },
                (request, out, socket) -> {
                    write(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{}");
                    socket.close();
                },
                (request, out, socket) -> {
                    write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n");
                    socket.close();
                });
        for (Answer answer : broken) {
            try (Shop shop = new Shop().writing()) {
                shop.api().answering(answer);
                assertThat(shop.text("shop_create", "{}"))
                        .isEqualTo("The connection to Shop broke before its answer was complete." + LOOK);
                assertThat(shop.api().journal()).hasSize(1);
            }
        }
    }

    @Test
    void aBodyTruncatedWithoutALengthIsNoAnswer() {
        try (Shop shop = new Shop().reading()) {
            shop.api().answering((request, out, socket) -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"data\":[{\"a\":1},");
                socket.close();
            });
            assertError(
                    shop.call("shop_get", "{}"),
                    "upstream_incomplete",
                    "The answer of Shop ends before it is complete. Try again later.");
        }
    }

    @Test
    void whatIsNoJsonIsNoAnswer() {
        List<Answer> invalid = List.of(
                StubApi.json("{a:1}"),
                StubApi.json("{\"a\":1}}"),
                StubApi.json("{} {}"),
                StubApi.json("{\"a\":1,\"a\":2}"),
                StubApi.json("NaN"),
                StubApi.json("   "),
                StubApi.json("[".repeat(10_000)),
                StubApi.json("{\"a\":\"\u0001\"}"),
                StubApi.whole(200, "application/json", new byte[] {'"', (byte) 0xff, (byte) 0xfe, '"'}),
                StubApi.whole(200, "application/json", "{\"a\":1}".getBytes(StandardCharsets.UTF_16)),
                StubApi.whole(200, "text/html", "<html>down</html>".getBytes(StandardCharsets.UTF_8)),
                StubApi.whole(200, "", "<html>down</html>".getBytes(StandardCharsets.UTF_8)),
                StubApi.json(200, "{}", "Content-Encoding: br"),
                StubApi.json(200, "{}", "Content-Encoding: gzip"));
        for (int i = 0; i < invalid.size(); i++) {
            try (Shop shop = new Shop().reading()) {
                shop.api().answering(invalid.get(i));
                ToolResult result = shop.call("shop_get", "{}");
                assertThat(result.isError()).as("case %d", i).isTrue();
                assertThat(meta(result)).as("case %d", i).containsAnyOf("upstream_invalid", "upstream_incomplete");
            }
        }
    }

    @Test
    void whatIsNoHttpIsNoAnswer() {
        for (String start : List.of("garbage\r\n\r\n", "HTTP/9.9 200\r\n\r\n", "HTTP/1.1 abc X\r\n\r\n")) {
            try (Shop shop = new Shop().writing()) {
                shop.api().answering(StubApi.raw(start));
                ToolResult result = shop.call("shop_create", "{}");
                assertThat(result.isError()).as(start).isTrue();
                assertThat(meta(result)).as(start).containsAnyOf("upstream_invalid", "upstream_incomplete");
            }
        }
    }

    @Test
    void endlessHeadersAreCutOff() {
        try (Shop shop = new Shop().writing()) {
            shop.api().answering((request, out, socket) -> {
                write(out, "HTTP/1.1 200 OK\r\n");
                for (int i = 0; i < 5_000; i++) {
                    write(out, "X-" + i + ": " + "x".repeat(100) + "\r\n");
                }
                write(out, "\r\n");
            });
            assertThat(shop.call("shop_create", "{}").isError()).isTrue();
        }
    }

    @Test
    void interimAnswersArePassedOver() {
        try (Shop shop = new Shop().reading()) {
            shop.api()
                    .answering(StubApi.raw(
                            "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n".repeat(20)
                                    + "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n",
                            (byte) '[',
                            (byte) ']'));
            assertThat(shop.text("shop_get", "{}")).isEqualTo("[]");
        }
    }

    @Test
    void anAnswerOverTheLimitIsCutOff() {
        try (Shop shop = new Shop().reading()) {
            shop.api()
                    .answering(
                            StubApi.raw(
                                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 20000000\r\n\r\n[1,"));
            assertError(
                    shop.call("shop_get", "{}"),
                    "upstream_too_large",
                    "The answer of Shop is larger than 5242880 bytes. Ask for less with narrower arguments.");
        }
    }

    @Test
    void anEndlessAnswerIsCutOffAtTheLimit() {
        try (Shop shop = new Shop().reading()) {
            shop.api().answering((request, out, socket) -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[");
                byte[] part = "1,".repeat(8192).getBytes(StandardCharsets.US_ASCII);
                while (!socket.isClosed()) {
                    out.write(part);
                }
            });
            assertError(shop.call("shop_get", "{}"), "upstream_too_large", "larger than 5242880 bytes");
        }
    }

    @Test
    void aGzipBombIsCutOffAtTheLimit() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 2000; i++) {
                gzip.write(new byte[100_000]);
            }
        }
        try (Shop shop = new Shop().reading()) {
            shop.api().answering(StubApi.whole(200, "application/json", bomb.toByteArray(), "Content-Encoding: gzip"));
            assertError(shop.call("shop_get", "{}"), "upstream_too_large", "larger than 5242880 bytes");
        }
    }

    @Test
    void gzipIsDecompressed() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write("{\"a\": 1}".getBytes(StandardCharsets.UTF_8));
        }
        try (Shop shop = new Shop().reading()) {
            shop.api()
                    .answering(
                            StubApi.whole(200, "application/json", compressed.toByteArray(), "Content-Encoding: gzip"));
            assertThat(shop.text("shop_get", "{}")).isEqualTo("{\"a\":1}");
            assertThat(shop.api().only().header("accept-encoding")).isEqualTo("gzip");
        }
    }

    @Test
    void manyLargeAnswersAtOnceDoNotFillTheHeap() {
        UpstreamLimits small =
                new UpstreamLimits(Duration.ofSeconds(30), Duration.ofSeconds(5), 5 << 20, 256 << 10, 8L << 20, 32);
        byte[] body = ("[\"" + "x".repeat(4 << 20) + "\"]").getBytes(StandardCharsets.US_ASCII);
        try (Shop shop = new Shop().reading().limits(small)) {
            shop.api().answering(StubApi.whole(200, "application/json", body));
            List<CompletableFuture<ToolResult>> calls = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                calls.add(shop.call("shop_get", "{}", new CompletableFuture<>()));
            }
            assertThat(calls)
                    .allSatisfy(call -> assertThat(
                                    call.orTimeout(60, TimeUnit.SECONDS).join().isError())
                            .isTrue());
        }
    }

    @Test
    void redirectsAreNotFollowed() {
        try (StubApi other = new StubApi();
                Shop shop = new Shop().reading()) {
            shop.api().answering(StubApi.json(302, "", "Location: " + other.url() + "/steal"));
            assertError(
                    shop.call("shop_get", "{}"),
                    "upstream_redirect",
                    "Shop refused the call: 302. It answered with a redirect, which is not followed."
                            + " Tell the operator of this server to check the base URL.");
            assertThat(other.journal()).isEmpty();
            assertThat(shop.api().journal()).hasSize(1);
        }
    }

    @Test
    void cookiesAreNotKept() {
        try (Shop shop = new Shop().reading()) {
            shop.api().answering(StubApi.json(200, "{}", "Set-Cookie: a=b"));
            shop.call("shop_get", "{}");
            shop.call("shop_get", "{}");
            assertThat(shop.api().journal())
                    .hasSize(2)
                    .allSatisfy(got -> assertThat(got.headers()).doesNotContainKey("cookie"));
        }
    }

    @Test
    void anEmptyAnswerIsAnEmptyObject() {
        for (Answer empty : List.of(
                StubApi.raw("HTTP/1.1 204 No Content\r\n\r\n"),
                StubApi.json(200, ""),
                StubApi.whole(201, "", new byte[0]))) {
            try (Shop shop = new Shop().writing()) {
                shop.api().answering(empty);
                assertThat(shop.text("shop_create", "{}")).isEqualTo("{}");
            }
        }
    }

    @Test
    void whatIsNoJsonByNameIsHandedOnAsAString() {
        try (Shop shop = new Shop().reading()) {
            shop.api()
                    .answering(StubApi.whole(
                            200, "text/plain; charset=utf-8", "a \"b\"\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(shop.text("shop_get", "{}")).isEqualTo("{\"result\":\"a \\\"b\\\"\\n\"}");
            shop.api().answering(StubApi.whole(200, "image/png", new byte[] {0, 1, (byte) 255}));
            assertThat(shop.text("shop_get", "{}")).isEqualTo("{\"content_type\":\"image/png\",\"base64\":\"AAH/\"}");
        }
    }

    @Test
    void aResultOverTheCapWithoutAListIsRefusedInWords() {
        String big = "{\"text\":\"" + "x".repeat(300_000) + "\"}";
        try (Shop shop = new Shop().reading().writing()) {
            shop.api().answering(StubApi.json(big));
            assertError(
                    shop.call("shop_get", "{}"),
                    "result_too_large",
                    "The answer of Shop has 300011 bytes, a result may have 262144. Ask for less with narrower arguments.");
            assertThat(shop.text("shop_create", "{}"))
                    .endsWith("The call was carried out; only its answer is left out.");
        }
    }

    @Test
    void cancellingEndsTheExchange() throws InterruptedException {
        CountDownLatch got = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (Shop shop = new Shop().reading()) {
            shop.api().answering((request, out, socket) -> {
                got.countDown();
                if (socket.getInputStream().read() < 0) {
                    closed.countDown();
                }
                socket.close();
            });
            CompletableFuture<Void> cancelled = new CompletableFuture<>();
            CompletableFuture<ToolResult> result = shop.call("shop_get", "{}", cancelled);
            assertThat(got.await(30, TimeUnit.SECONDS)).isTrue();
            cancelled.complete(null);
            assertError(result.orTimeout(30, TimeUnit.SECONDS).join(), "cancelled", "The call was cancelled.");
            assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aCallCancelledBeforehandIsNotSent() {
        try (Shop shop = new Shop().writing()) {
            CompletableFuture<ToolResult> result =
                    shop.call("shop_create", "{}", CompletableFuture.completedFuture(null));
            assertThat(result.join().isError()).isTrue();
            assertThat(shop.api().journal()).isEmpty();
        }
    }

    @Test
    void failuresLeakNeitherHostNorCredentialNorStack() {
        try (Shop shop = impatient().reading()) {
            shop.api()
                    .answering(StubApi.json(
                            500,
                            "{\"message\":\"boom " + Shop.KEY + " at com.x.Y(Y.java:1)\\u001b[31m\",\"code\":\""
                                    + Shop.KEY + "\"}",
                            "X-Request-Id: r-1" + Shop.KEY));
            ToolResult result = shop.call("shop_get", "{}");
            String all = new String(result.text(), StandardCharsets.UTF_8) + meta(result);
            assertThat(all)
                    .doesNotContain(Shop.KEY, "127.0.0.1", "\u001b", "Bearer")
                    .contains("r-1***");
        }
    }

    private static Shop impatient() {
        return new Shop().limits(UpstreamLimits.defaults().withDeadline(Duration.ofSeconds(1)));
    }

    private static void assertError(ToolResult result, String code, String text) {
        assertThat(new String(result.text(), StandardCharsets.UTF_8)).contains(text);
        assertThat(meta(result)).contains("\"code\":\"" + code + "\"");
        assertThat(result.isError()).isTrue();
    }

    private static String meta(ToolResult result) {
        return new String(result.meta().orElse(new byte[0]), StandardCharsets.UTF_8);
    }

    private static String text(CompletableFuture<ToolResult> result) {
        return new String(result.orTimeout(60, TimeUnit.SECONDS).join().text(), StandardCharsets.UTF_8);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
