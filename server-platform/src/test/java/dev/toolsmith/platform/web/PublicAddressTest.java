package dev.toolsmith.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

final class PublicAddressTest {

    private static final Readiness READY = new Readiness(Map.of());

    @Test
    void aRequestToThePublicAddressIsSecureAlsoWhenNoProxyIsBelieved() throws Exception {
        try (WebServer server = start("https://mcp.example.com")) {
            RawExchange answer =
                    RawExchange.get(server.listening(), "/how", "Host: MCP.example.com", "X-Forwarded-Proto: https");
            assertThat(answer.body()).isEqualTo("true https");
            assertThat(answer.header()).contains("strict-transport-security: max-age=");
        }
    }

    @Test
    void aRequestToThisMachineInTheClearIsNot() throws Exception {
        try (WebServer server = start("https://mcp.example.com")) {
            RawExchange answer = RawExchange.get(server.listening(), "/how", "X-Forwarded-Proto: https");
            assertThat(answer.body()).isEqualTo("false http");
            assertThat(answer.header()).doesNotContain("strict-transport-security");
        }
    }

    @Test
    void aPublicAddressInTheClearIsNot() throws Exception {
        try (WebServer server = start("http://localhost:8080")) {
            assertThat(RawExchange.get(server.listening(), "/how", "Host: localhost:8080")
                            .body())
                    .isEqualTo("false http");
        }
    }

    @Test
    void aForgottenProxyIsWarnedOf() {
        assertThat(settings("https://mcp.example.com", List.of()).warning().orElse(""))
                .contains("--trusted-proxies")
                .doesNotContain("\n");
        assertThat(settings("https://mcp.example.com", List.of("10.0.0.0/8")).warning())
                .isEmpty();
        assertThat(WebSettings.onLoopback(0).warning()).isEmpty();
    }

    private static WebSettings settings(String publicUrl, List<String> proxies) {
        return new WebSettings(
                "127.0.0.1", 0, Optional.of(URI.create(publicUrl)), proxies, Optional.empty(), List.of());
    }

    private static WebServer start(String publicUrl) throws IOException {
        return WebServer.start(settings(publicUrl, List.of()), READY, List.of(new Route("/how", new How())));
    }

    /** Answers how a request is said to have come. */
    private static final class How extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            String text = request.isSecure() + " " + request.getHttpURI().getScheme();
            PlainAnswer.write(response, callback, 200, "text/plain", text);
            return true;
        }
    }
}
