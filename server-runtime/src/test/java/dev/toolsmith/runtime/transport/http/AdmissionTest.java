package dev.toolsmith.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.EchoTools;
import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class AdmissionTest {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private static HttpServer open;
    private static HttpServer guarded;

    @BeforeAll
    static void start() throws IOException {
        EchoTools tools = new EchoTools();
        ProtocolKernel kernel = new ProtocolKernel(new ServerIdentity("test", "1", ""), tools, tools, fault -> {});
        open = HttpServer.start(HttpSettings.onLoopback(0), kernel);
        guarded = HttpServer.start(
                new HttpSettings(
                        "127.0.0.1",
                        0,
                        Optional.of("s3cret"),
                        Optional.of(URI.create("https://mcp.example.com")),
                        List.of("https://chat.example.com")),
                kernel);
    }

    @AfterAll
    static void stop() {
        open.close();
        guarded.close();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "localhost:8080, 200",
        "LocalHost, 200",
        "127.0.0.1, 200",
        "127.0.0.1:1, 200",
        "[::1], 200",
        "[::1]:8080, 200",
        "evil.example, 421",
        "evil.example:8080, 421",
        "localhost.evil.example, 421",
        "127.0.0.1.evil.example, 421",
        "127.0.0.2, 421",
        "0.0.0.0, 421",
        "[::1].evil, 400",
        "mcp.example.com, 421",
        "'', 400",
        "0, 421",
        "2130706433, 421",
        "0x7f000001, 421",
        "017700000001, 421",
        "127.1, 421",
        "127.0.0.1.nip.io, 421",
        "[::], 421",
        "[::ffff:127.0.0.1], 421",
        "localhost@evil.example, 400",
        "evil.example#localhost, 400",
        "localhost:8080:evil, 400",
        "loc\u0430lhost, 400"
    })
    void hostsThatAreNotThisMachineAreTurnedAway(String host, int status) throws IOException {
        assertThat(status(open, RawClient.postTo(host, PING))).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost, 200",
        "http://localhost:6274, 200",
        "https://127.0.0.1, 200",
        "http://[::1]:3000, 200",
        "null, 403",
        "'', 403",
        "http://evil.example, 403",
        "http://localhost.evil.example, 403",
        "http://[::1].evil, 403",
        "http://evil.example#localhost, 403",
        "http://localhost@evil.example, 403",
        "file://localhost, 403",
        "chrome-extension://localhost, 403",
        "localhost, 403",
        "http://, 403",
        "NULL, 403",
        "https://localhost:443.evil.example, 403",
        "http://127.0.0.1.evil.example, 403",
        "http://127.1, 403",
        "http://0.0.0.0, 403",
        "http://localhost%2eevil.example, 403",
        "ws://localhost, 403",
        "data:localhost, 403",
        "http://localhost http://evil.example, 403",
        "http://evil.example http://localhost, 403",
        "https://chat.example.com, 403"
    })
    void pagesOfOtherOriginsAreTurnedAway(String origin, int status) throws IOException {
        assertThat(status(open, RawClient.post(PING, "Origin: " + origin))).isEqualTo(status);
    }

    @Test
    void twoOriginsOrTwoHostsAreTurnedAway() throws IOException {
        assertThat(status(open, RawClient.post(PING, "Origin: http://localhost", "Origin: http://localhost")))
                .isEqualTo(403);
        assertThat(status(open, RawClient.post(PING, "Origin: http://localhost", "Origin: http://evil.example")))
                .isEqualTo(403);
        assertThat(status(open, RawClient.post(PING, "Origin: http://evil.example", "Origin: http://localhost")))
                .isEqualTo(403);
        assertThat(status(open, RawClient.post(PING, "Host: localhost"))).isEqualTo(400);
        assertThat(status(open, RawClient.post(PING, "Host: evil.example"))).isEqualTo(400);
    }

    @Test
    void forwardedHostsMeanNothing() throws IOException {
        assertThat(status(open, RawClient.postTo("evil.example", PING, "X-Forwarded-Host: localhost")))
                .isEqualTo(421);
        assertThat(status(open, RawClient.post(PING, "X-Forwarded-Host: evil.example")))
                .isEqualTo(200);
        for (String forwarded :
                List.of("Forwarded: host=localhost", "X-Forwarded-Server: localhost", "X-Original-Host: localhost")) {
            assertThat(status(open, RawClient.postTo("evil.example", PING, forwarded)))
                    .as(forwarded)
                    .isEqualTo(421);
        }
    }

    @Test
    void anAbsoluteTargetIsCheckedToo() throws IOException {
        String absolute = RawClient.post(PING).replace("POST /mcp", "POST http://evil.example/mcp");

        assertThat(status(open, absolute)).isIn(400, 421);
    }

    @Test
    void settingsLetFurtherNamesIn() throws IOException {
        String token = "Authorization: Bearer s3cret";

        assertThat(status(guarded, RawClient.postTo("mcp.example.com", PING, token)))
                .isEqualTo(200);
        assertThat(status(guarded, RawClient.post(PING, token, "Origin: https://mcp.example.com")))
                .isEqualTo(200);
        assertThat(status(guarded, RawClient.post(PING, token, "Origin: https://chat.example.com")))
                .isEqualTo(200);
        assertThat(status(guarded, RawClient.post(PING, token, "Origin: http://chat.example.com")))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer s3cret, 200",
        "bearer s3cret, 200",
        "Bearer wrong, 401",
        "Bearer s3cretx, 401",
        "Bearer s3cre, 401",
        "Bearer, 401",
        "Basic s3cret, 401",
        "s3cret, 401"
    })
    void onlyTheTokenOpens(String authorization, int status) throws IOException {
        assertThat(status(guarded, RawClient.post(PING, "Authorization: " + authorization)))
                .isEqualTo(status);
    }

    @Test
    void aMissingTokenIsToldAndTwoAreRefused() throws IOException {
        try (RawClient client = new RawClient(guarded.endpoint())) {
            client.send(RawClient.post(PING));
            RawClient.Response response = client.response();
            assertThat(response.status()).isEqualTo(401);
            assertThat(response.header()).contains("www-authenticate: bearer realm=\"toolsmith\"");
            assertThat(response.body()).doesNotContain("s3cret");
        }
        String header = "Authorization: Bearer s3cret";
        assertThat(status(guarded, RawClient.post(PING, header, header))).isEqualTo(400);
    }

    @Test
    void aHeaderOfMoreThanSixteenKilobytesIsTurnedAway() throws IOException {
        assertThat(status(open, RawClient.post(PING, "X-Long: " + "x".repeat(17_000))))
                .isEqualTo(431);
    }

    private static int status(HttpServer server, String request) throws IOException {
        try (RawClient client = new RawClient(server.endpoint())) {
            client.send(request);
            return client.response().status();
        }
    }
}
