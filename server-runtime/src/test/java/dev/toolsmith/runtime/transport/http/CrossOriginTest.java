package dev.toolsmith.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.EchoTools;
import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What browsers need before a page of another origin may send messages and read answers (Fetch standard, CORS). */
@Timeout(120)
class CrossOriginTest {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String ASKS = "Access-Control-Request-Method: POST";

    private static HttpServer ours;
    private static HttpServer foreign;

    @BeforeAll
    static void start() throws IOException {
        EchoTools tools = new EchoTools();
        HttpSettings settings = new HttpSettings(
                "127.0.0.1",
                0,
                Optional.of("s3cret"),
                Optional.of(URI.create("https://mcp.example.com")),
                List.of("https://chat.example.com"));
        ours = HttpServer.start(
                settings, new ProtocolKernel(new ServerIdentity("test", "1", ""), tools, tools, fault -> {}));
        foreign = HttpServer.start(settings, new Pong());
    }

    @AfterAll
    static void stop() {
        ours.close();
        foreign.close();
    }

    @ParameterizedTest
    @CsvSource({
        "https://chat.example.com, 204",
        "https://mcp.example.com, 204",
        "http://localhost:6274, 204",
        "http://127.0.0.1, 204",
        "http://chat.example.com, 403",
        "https://chat.example.com.evil.example, 403",
        "https://evil.example, 403",
        "null, 403"
    })
    void onlyAllowedOriginsAreToldThatTheyMayPost(String origin, int status) throws IOException {
        for (HttpServer server : List.of(ours, foreign)) {
            RawClient.Response response = answer(server, options("localhost", "Origin: " + origin, ASKS));

            assertThat(response.status()).isEqualTo(status);
            assertThat(response.body()).matches(body -> status != 204 || body.isEmpty());
            if (status == 204) {
                assertThat(response.header().lines())
                        .contains(
                                "access-control-allow-origin: " + origin,
                                "access-control-allow-methods: post",
                                "access-control-allow-headers: content-type, accept, authorization, agent-run-id,"
                                        + " mcp-protocol-version, mcp-method, mcp-name, mcp-session-id",
                                "access-control-max-age: 600",
                                "vary: origin");
            } else {
                assertThat(response.header()).doesNotContain("access-control-");
            }
            assertThat(response.header()).doesNotContain("credentials");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example, https://chat.example.com, Access-Control-Request-Method, 421",
        "localhost, https://chat.example.com, X-Other, 401",
        "localhost, '', Access-Control-Request-Method, 403"
    })
    void whatIsNoPreflightOfOurHostsIsNotAnswered(String host, String origin, String asking, int status)
            throws IOException {
        for (HttpServer server : List.of(ours, foreign)) {
            String request = options(host, "Origin: " + origin, asking + ": POST");

            assertThat(answer(server, request).status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://chat.example.com, Bearer s3cret, application/json, 200",
        "http://localhost:6274, Bearer s3cret, application/json, 200",
        "https://chat.example.com, Bearer wrong, application/json, 401",
        "https://chat.example.com, Bearer s3cret, text/html, 406"
    })
    void pagesOfAllowedOriginsCanReadEveryAnswer(String origin, String authorization, String accept, int status)
            throws IOException {
        for (HttpServer server : List.of(ours, foreign)) {
            RawClient.Response response = answer(
                    server,
                    RawClient.post(PING, "Origin: " + origin, "Authorization: " + authorization, "Accept: " + accept));

            assertThat(response.status()).isEqualTo(status);
            assertThat(response.header().lines())
                    .contains(
                            "access-control-allow-origin: " + origin,
                            "access-control-expose-headers: ratelimit-limit, ratelimit-remaining, ratelimit-reset",
                            "vary: origin");
            assertThat(response.header()).doesNotContain("credentials");
        }
    }

    @ParameterizedTest
    @CsvSource({"Origin: https://evil.example, 403", "X-Other: 1, 200"})
    void othersAreToldNothing(String header, int status) throws IOException {
        for (HttpServer server : List.of(ours, foreign)) {
            RawClient.Response response = answer(server, RawClient.post(PING, header, "Authorization: Bearer s3cret"));

            assertThat(response.status()).isEqualTo(status);
            assertThat(response.header()).doesNotContain("access-control-");
        }
    }

    private static String options(String host, String... headers) {
        return "OPTIONS /mcp HTTP/1.1\r\nHost: " + host + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    private static RawClient.Response answer(HttpServer server, String request) throws IOException {
        try (RawClient client = new RawClient(server.endpoint())) {
            client.send(request);
            return client.response();
        }
    }

    private static final class Pong extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
            callback.succeeded();
            return true;
        }
    }
}
