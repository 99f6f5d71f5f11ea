package dev.toolsmith.maven.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server does, the file and its lock stay what they were, and the message says what happened. */
@Timeout(120)
class HostileServerTest {

    private static final String KEPT = Publisher.description("Shop", "carts");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int MAX = 100_000;

    private static final MavenProxies NO_PROXIES = new MavenProxies(List.of());

    @TempDir
    private Path folder;

    private Publisher publisher;
    private Path file;
    private byte[] lock = {};
    private final List<String> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void pin() throws Exception {
        publisher = new Publisher();
        publisher.publish("/good.yaml", KEPT);
        file = folder.resolve("shop.yaml");
        fetch(publisher.url("/good.yaml"), LONG, RequestHeaders.NONE);
        lock = Files.readAllBytes(folder.resolve("specs.lock"));
    }

    @AfterEach
    void everythingIsAsItWas() throws IOException {
        publisher.close();
        assertThat(file).hasContent(KEPT);
        assertThat(Files.readAllBytes(folder.resolve("specs.lock"))).isEqualTo(lock);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aRedirectionToSomethingThatIsNotEncrypted() {
        redirect("/x", "http://api.example.com/shop.yaml");

        assertFails("/x", "http://api.example.com/shop.yaml is not encrypted", "Write https:// instead of http://");
    }

    @Test
    void aRedirectionInACircle() {
        redirect("/x", "/y");
        redirect("/y", "/x");

        assertFails("/x", "/x redirects more than 5 times", "Name the URL that it leads to in the end");
        assertThat(publisher.requests()).hasSize(1 + 6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://api.example.com/x", "javascript:alert(1)", "https://u:p@h.example/"
            })
    void aRedirectionToSomethingElse(String location) {
        redirect("/x", location);

        assertThatThrownBy(() -> fetch("/x")).isInstanceOf(FetchFault.class).hasMessageNotContaining("u:p");
        assertThat(publisher.requests()).last().isEqualTo("GET /x ");
    }

    @Test
    void aRedirectionToNowhere() {
        publisher.answer("/x", exchange -> exchange.sendResponseHeaders(302, -1));

        assertFails("/x", "/x redirects to nowhere", "");
    }

    @Test
    void aCredentialDoesNotFollowToAnotherOrigin() throws Exception {
        try (Publisher other = new Publisher()) {
            other.publish("/there", KEPT);
            redirect("/x", other.url("/there"));
            redirect("/near", "/good.yaml");

            download(LONG).get(url("/x"), RequestHeaders.bearer("secret"), Optional.empty());
            download(LONG).get(url("/near"), RequestHeaders.bearer("secret"), Optional.empty());

            assertThat(other.requests()).containsExactly("GET /there ");
            assertThat(publisher.requests())
                    .contains("GET /x Bearer secret", "GET /near Bearer secret", "GET /good.yaml Bearer secret");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, Keep credentials in a <server> of settings.xml",
        "403, Keep credentials in a <server> of settings.xml",
        "404, Check the URL: the description may have moved",
        "418, Check the URL",
        "429, Try again later",
        "500, Try again later",
        "503, Try again later",
        "304, Check the URL",
        "204, Check the URL"
    })
    void aStatusThatIsNoAnswer(int status, String hint) {
        publisher.answer(
                "/x", exchange -> Publisher.send(exchange, status, status == 304 || status == 204 ? "" : KEPT));

        assertFails("/x", "/x answers " + status, hint);
    }

    @Test
    void aBodyThatNeverEnds() {
        publisher.answer("/x", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] some = "# and so on\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
            while (!Thread.currentThread().isInterrupted()) {
                exchange.getResponseBody().write(some);
            }
        });

        assertFails("/x", "/x is larger than 98 KiB", "Check the URL");
    }

    @Test
    void aBodyThatStops() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        publisher.answer("/x", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(KEPT.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            await(end);
        });
        try {
            assertThatThrownBy(() -> fetch(publisher.url("/x"), Duration.ofSeconds(2), RequestHeaders.NONE))
                    .hasMessageContaining("/x was not done after 2 s")
                    .hasMessageContaining("-Dtoolsmith.timeout=SECONDS");
        } finally {
            end.countDown();
        }
    }

    @Test
    void aServerThatSaysNothing() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        publisher.answer("/x", exchange -> await(end));
        try {
            assertThatThrownBy(() -> fetch(publisher.url("/x"), Duration.ofSeconds(2), RequestHeaders.NONE))
                    .hasMessageContaining("/x was not done after 2 s");
        } finally {
            end.countDown();
        }
    }

    @Test
    void aSlowBodyIsTalkedAbout() throws Exception {
        publisher.answer("/x", exchange -> {
            exchange.sendResponseHeaders(200, KEPT.length());
            exchange.getResponseBody().write(KEPT.getBytes(StandardCharsets.UTF_8), 0, 10);
            exchange.getResponseBody().flush();
            awaitTold();
            exchange.getResponseBody().write(KEPT.getBytes(StandardCharsets.UTF_8), 10, KEPT.length() - 10);
        });

        Download.Limits limits = new Download.Limits(MAX, LONG, Duration.ZERO);
        new Download(Download.client(NO_PROXIES).build(), NO_PROXIES, limits, told::add)
                .get(url("/x"), RequestHeaders.NONE, Optional.empty());

        assertThat(told).first().isEqualTo("toolsmith: 10 bytes of " + KEPT.length() + " bytes of " + url("/x"));
    }

    @Test
    void aBodyShorterThanItSays() throws Exception {
        String url = raw("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + KEPT);

        assertThatThrownBy(() -> fetch(url, LONG, RequestHeaders.NONE)).hasMessageContaining("broke off");
    }

    @Test
    void aChunkedBodyWithoutItsEnd() throws Exception {
        String url = raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(KEPT.length())
                + "\r\n" + KEPT + "\r\n");

        assertThatThrownBy(() -> fetch(url, LONG, RequestHeaders.NONE)).hasMessageContaining("broke off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 two hundred\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"
            })
    void somethingThatIsNoHttp(String answer) throws Exception {
        String url = raw(answer);

        assertThatThrownBy(() -> fetch(url, LONG, RequestHeaders.NONE))
                .isInstanceOf(FetchFault.class)
                .hasMessageContaining(url);
    }

    @Test
    void nobodyThere() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> fetch("http://127.0.0.1:" + port + "/x", LONG, RequestHeaders.NONE))
                .hasMessageContaining("cannot be reached")
                .hasMessageContaining("<proxies> of settings.xml");
    }

    @Test
    void aPageToSignIn() {
        publisher.answer("/x", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            Publisher.send(exchange, 200, "<!DOCTYPE html>\n<html><body><form>Sign in</form></body></html>");
        });

        assertFails(
                "/x",
                "/x answers what is no description (text/html): error",
                "It is a web page, perhaps one to sign in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"error\": \"none\"}",
                "[]",
                "",
                "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\n"
            })
    void somethingThatDescribesNothing(String text) {
        publisher.answer("/x", exchange -> Publisher.send(exchange, 200, text));

        assertFails("/x", "/x answers what is no description", "the file was left as it was");
    }

    @Test
    void aSmallZipOfALargeBody() {
        byte[] bomb = gzip("#".repeat(20_000_000));
        assertThat(bomb.length).isLessThan(MAX);
        zipped("/x", bomb);

        assertFails("/x", "/x is larger than 98 KiB", "Check the URL");
    }

    @Test
    void aZipThatIsNone() {
        zipped("/x", "no zip".getBytes(StandardCharsets.UTF_8));

        assertFails("/x", "/x answers what is no gzip", "");
    }

    @Test
    void anEncodingThatNobodyAskedFor() {
        publisher.answer("/x", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "br");
            Publisher.send(exchange, 200, KEPT);
        });

        assertFails("/x", "/x answers in an encoding that was not asked for", "");
    }

    @Test
    void aZipIsUnpacked() throws Exception {
        zipped("/x", gzip(KEPT));

        Answer answer = download(LONG).get(url("/x"), RequestHeaders.NONE, Optional.empty());

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Content.class,
                        content -> assertThat(content.bytes())
                                .asString(StandardCharsets.UTF_8)
                                .isEqualTo(KEPT));
    }

    private void assertFails(String path, String message, String hint) {
        assertThatThrownBy(() -> fetch(path))
                .isInstanceOf(FetchFault.class)
                .hasMessageContaining(message)
                .hasMessageContaining(hint);
    }

    private void redirect(String path, String location) {
        publisher.answer(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    private void zipped(String path, byte[] bytes) {
        publisher.answer(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            Publisher.send(exchange, 200, bytes);
        });
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return zipped.toByteArray();
    }

    /** A server that sends these bytes to whoever comes first, and hangs up. */
    private static String raw(String answer) throws IOException {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            try (socket;
                    Socket client = socket.accept();
                    OutputStream out = client.getOutputStream()) {
                client.getInputStream().read(new byte[10_000]);
                out.write(answer.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // The client hung up first; what it made of the answer is what the test looks at.
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return "http://127.0.0.1:" + socket.getLocalPort() + "/x";
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitTold() {
        while (told.isEmpty() && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    private void fetch(String path) throws FetchFault, InterruptedException {
        fetch(publisher.url(path), LONG, RequestHeaders.NONE);
    }

    private void fetch(String url, Duration total, RequestHeaders headers) throws FetchFault, InterruptedException {
        new Fetcher(download(total), Clock.systemUTC(), false)
                .fetch(SourceUrl.parse(url), new PinnedFile(file), headers);
    }

    private Download download(Duration total) {
        Download.Limits limits = new Download.Limits(MAX, total, LONG);
        return new Download(Download.client(NO_PROXIES).build(), NO_PROXIES, limits, told::add);
    }

    private SourceUrl url(String path) throws FetchFault {
        return SourceUrl.parse(publisher.url(path));
    }
}
