package dev.toolsmith.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.protocol.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A protocol implementation of others, which takes whatever it is given. */
@Timeout(120)
class ForeignHandlerTest {

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.start(HttpSettings.onLoopback(0), new Counting());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isNotGivenWhatMayNotComeIn() throws IOException {
        assertThat(answerTo(RawClient.post("{}")).body()).isEqualTo("2");
        assertThat(answerTo(RawClient.postTo("evil.example", "{}")).status()).isEqualTo(421);
        assertThat(answerTo(RawClient.post("{}", "Origin: http://evil.example")).status())
                .isEqualTo(403);
    }

    @Test
    void isNotGivenABodyOverTheLimitWhoseLengthIsNotTold() throws IOException {
        int length = Limits.MESSAGE_BYTES + 1;
        String chunked = "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(length) + "\r\n" + " ".repeat(length)
                + "\r\n0\r\n\r\n";

        assertThat(answerTo(chunked).status()).isEqualTo(413);
    }

    private RawClient.Response answerTo(String request) throws IOException {
        try (RawClient client = new RawClient(server.endpoint())) {
            client.send(request);
            return client.response();
        }
    }

    private static final class Counting extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            byte[] body =
                    Content.Source.asString(request, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
            String text = Integer.toString(body.length);
            response.getHeaders().put("Content-Length", text.length());
            Content.Sink.write(response, true, text, callback);
            return true;
        }
    }
}
