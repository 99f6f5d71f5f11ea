package dev.toolsmith.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
final class WebServerTest {

    private static final Readiness READY = new Readiness(Map.of());

    @Test
    void everyAnswerHasTheHeadersThatGuardBrowsers() throws Exception {
        try (WebServer server =
                WebServer.start(WebSettings.onLoopback(0), READY, List.of(new Route("/who", new Who())))) {
            for (String path : List.of("/who", "/nothing", "/healthz", "/readyz")) {
                assertThat(RawExchange.get(server.listening(), path).header())
                        .as(path)
                        .contains(
                                "x-content-type-options: nosniff",
                                "frame-ancestors 'none'",
                                "referrer-policy: no-referrer");
            }
        }
    }

    @Test
    void unknownPathsAreNotFoundAndSayNothing() throws Exception {
        try (WebServer server =
                WebServer.start(WebSettings.onLoopback(0), READY, List.of(new Route("/who", new Who())))) {
            RawExchange answer = RawExchange.get(server.listening(), "/nothing/of/that");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void theAddressItselfLeadsToThePages() throws Exception {
        try (WebServer server = WebServer.start(WebSettings.onLoopback(0), READY, List.of())) {
            RawExchange answer = RawExchange.get(server.listening(), "/");
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header()).contains("location: /admin");
            assertThat(RawExchange.get(server.listening(), "/", "Host: evil.example")
                            .status())
                    .isEqualTo(421);
        }
    }

    @Test
    void otherHostsAndOriginsAreTurnedAwayExceptForHealth() throws Exception {
        try (WebServer server =
                WebServer.start(WebSettings.onLoopback(0), READY, List.of(new Route("/who", new Who())))) {
            URI at = server.listening();
            assertThat(RawExchange.get(at, "/who", "Host: evil.example").status())
                    .isEqualTo(421);
            assertThat(RawExchange.get(at, "/who", "Origin: https://evil.example")
                            .status())
                    .isEqualTo(403);
            assertThat(RawExchange.get(at, "/healthz", "Host: evil.example").status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-For: 203.0.113.9",
        "Forwarded: for=203.0.113.9;proto=https;host=evil.example",
        "X-Forwarded-Host: evil.example"
    })
    void whatStrangersSayOfThemselvesIsIgnored(String header) throws Exception {
        try (WebServer server =
                WebServer.start(WebSettings.onLoopback(0), READY, List.of(new Route("/who", new Who())))) {
            RawExchange answer = RawExchange.get(server.listening(), "/who", header);
            assertThat(answer.body()).isEqualTo("127.0.0.1 http 127.0.0.1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-For: 203.0.113.9 | 203.0.113.9",
                "X-Forwarded-For: 198.51.100.1, 203.0.113.9 | 203.0.113.9",
                "X-Forwarded-For: 198.51.100.1, 203.0.113.9, 127.0.0.1 | 203.0.113.9",
                "X-Forwarded-For: 2001:db8::1 | [2001:db8::1]",
                "X-Forwarded-For: evil.example | 127.0.0.1",
                "X-Forwarded-For: 203.0.113.9, evil.example | 127.0.0.1",
                "Forwarded: for=198.51.100.1, for=203.0.113.9 | 203.0.113.9",
                "Forwarded: for=unknown | 127.0.0.1",
                "X-Forwarded-Server: evil.example | 127.0.0.1"
            })
    void aTrustedProxyTellsWhoSentARequest(String header, String client) throws Exception {
        try (WebServer server = behindProxy()) {
            RawExchange answer = RawExchange.get(server.listening(), "/who", header);
            assertThat(answer.body()).startsWith(client + " ");
        }
    }

    @Test
    void aProxyThatSetsTheOldHeaderOnlyPassesNobodysForwardedHeaderOff() throws Exception {
        try (WebServer server = behindProxy()) {
            RawExchange answer = RawExchange.get(
                    server.listening(),
                    "/who",
                    "Forwarded: for=198.51.100.1;host=evil.example",
                    "X-Forwarded-For: 203.0.113.9",
                    "X-Forwarded-Proto: https",
                    "X-Forwarded-Host: mcp.example.com");
            assertThat(answer.body()).isEqualTo("203.0.113.9 https mcp.example.com");
            assertThat(answer.header()).contains("strict-transport-security: max-age=");
        }
    }

    @Test
    void readinessNamesThePartThatIsDown() throws Exception {
        AtomicBoolean well = new AtomicBoolean(false);
        Readiness readiness = new Readiness(Map.of("store", well::get));
        try (WebServer server = WebServer.start(WebSettings.onLoopback(0), readiness, List.of())) {
            RawExchange answer = RawExchange.get(server.listening(), "/readyz");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body())
                    .isEqualTo("{\"status\":\"down\",\"parts\":{\"accepting\":\"up\",\"store\":\"down\"}}\n");
            well.set(true);
            awaitStatus(server.listening(), "/readyz", 200);
        }
    }

    @Test
    void aCallInFlightEndsWhileNothingNewIsTakenOn() throws Exception {
        Held held = new Held();
        WebServer server =
                WebServer.start(WebSettings.onLoopback(0), new Readiness(Map.of()), List.of(new Route("/held", held)));
        URI at = server.listening();
        CompletableFuture<RawExchange> inFlight = CompletableFuture.supplyAsync(() -> get(at, "/held"));
        assertThat(held.come.await(60, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
        awaitStatus(at, "/readyz", 503);
        assertThat(RawExchange.get(at, "/healthz").status()).isEqualTo(200);
        RawExchange late = RawExchange.get(at, "/held");
        assertThat(late.status()).isEqualTo(503);
        assertThat(late.header()).contains("retry-after: 5");
        held.go.countDown();
        assertThat(inFlight.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
        closed.get(60, TimeUnit.SECONDS);
    }

    @Test
    void aHeaderThatNeverEndsLosesItsConnection() throws Exception {
        try (WebServer server = WebServer.start(WebSettings.onLoopback(0), READY, List.of());
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.listening().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: local".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void metricsAreForThisMachineOrForATokenOfTheirOwn() throws Exception {
        MetricsHandler open = new MetricsHandler(() -> "calls 1\n", "good"::equals, true);
        MetricsHandler published = new MetricsHandler(() -> "calls 1\n", "good"::equals, false);
        List<Route> routes = List.of(new Route("/open", open), new Route("/published", published));
        try (WebServer server = WebServer.start(WebSettings.onLoopback(0), READY, routes)) {
            URI at = server.listening();
            assertThat(RawExchange.get(at, "/open").body()).isEqualTo("calls 1\n");
            assertThat(RawExchange.get(at, "/open", "X-Forwarded-For: 203.0.113.9")
                            .status())
                    .isEqualTo(401);
            assertThat(RawExchange.get(at, "/open", "Authorization: Bearer bad").status())
                    .isEqualTo(401);
            assertThat(RawExchange.get(at, "/published").status()).isEqualTo(401);
            assertThat(RawExchange.get(at, "/published", "Authorization: Bearer good")
                            .status())
                    .isEqualTo(200);
            assertThat(RawExchange.get(at, "/published", "Authorization: Bearer good", "Authorization: Bearer good")
                            .status())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://mcp.example.com", "https://u@mcp.example.com", "https://mcp.example.com/x", "ftp://x"})
    void apublicUrlThatIsNotSafeIsRefused(String url) {
        assertThatThrownBy(() -> new WebSettings(
                        "127.0.0.1", 0, Optional.of(URI.create(url)), List.of(), Optional.empty(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as https://mcp.example.com");
    }

    @Test
    void servingOthersNeedsTheAddressThatTheyUse() {
        assertThatThrownBy(
                        () -> new WebSettings("0.0.0.0", 0, Optional.empty(), List.of(), Optional.empty(), List.of()))
                .hasMessage("Serving on 0.0.0.0, which others can reach, needs the address that they use:"
                        + " add --public-url https://mcp.example.com.");
    }

    @Test
    void proxiesAreNamedByAddress() {
        assertThatThrownBy(() -> new WebSettings(
                        "127.0.0.1", 0, Optional.empty(), List.of("proxy.example"), Optional.empty(), List.of()))
                .hasMessageContaining("such as 10.0.0.0/8, not \"proxy.example\"");
    }

    private static WebServer behindProxy() throws IOException {
        WebSettings settings = new WebSettings(
                "127.0.0.1",
                0,
                Optional.of(URI.create("https://mcp.example.com")),
                List.of("127.0.0.0/8"),
                Optional.empty(),
                List.of());
        return WebServer.start(settings, READY, List.of(new Route("/who", new Who())));
    }

    private static RawExchange get(URI server, String path) {
        try {
            return RawExchange.get(server, path);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitStatus(URI server, String path, int status) throws IOException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (RawExchange.get(server, path).status() != status) {
            assertThat(System.nanoTime()).as(path + " never answers " + status).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** Answers who asked, by which scheme, and which host. */
    private static final class Who extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            String text = Request.getRemoteAddr(request) + " "
                    + request.getHttpURI().getScheme() + " " + Request.getServerName(request);
            PlainAnswer.write(response, callback, 200, "text/plain", text);
            return true;
        }
    }

    /** Answers when it is let go. */
    private static final class Held extends Handler.Abstract {

        private final CountDownLatch come = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            come.countDown();
            boolean let = go.await(60, TimeUnit.SECONDS);
            PlainAnswer.empty(response, callback, let ? 200 : 500);
            return true;
        }
    }
}
