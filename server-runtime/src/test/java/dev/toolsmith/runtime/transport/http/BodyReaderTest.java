package dev.toolsmith.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class BodyReaderTest {

    @Test
    void aBodyThatNeverComesIsGivenUpOnAThreadThatMayWait() throws Exception {
        assertThat(answerTo(100, "part")).startsWith("HTTP/1.1 200").contains("TimeoutException on http");
    }

    @Test
    void aBodyOfTheGreatestLengthIsRead() throws Exception {
        assertThat(answerTo(8, "12345678")).contains("8 bytes on http");
    }

    @Test
    void aLongerBodyIsReadToItsEndBeforeItIsRefused() throws Exception {
        assertThat(answerTo(16, "1234567890123456")).contains("TooLarge on http");
        assertThat(answerTo(16, "123456789")).contains("TimeoutException on http");
    }

    @Test
    void aMuchLongerBodyIsRefusedBeforeItsEnd() throws Exception {
        assertThat(answerTo(100, "12345678901234567")).contains("TooLarge on http");
    }

    private static String answerTo(int announced, String sent) throws IOException {
        try (HttpListener listener = HttpListener.at("127.0.0.1", 0).start(new Reading());
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            String request = "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: " + announced
                    + "\r\n\r\n" + sent;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** Says what came of reading a body of at most 8 bytes, of 16 with those that are skipped, within a second. */
    private static final class Reading extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            CompletableFuture<?> unused = new BodyReader(request, 8, 16, 1)
                    .body()
                    .whenComplete((bytes, failure) -> {
                        String what = failure == null
                                ? bytes.length + " bytes"
                                : failure.getClass().getSimpleName();
                        String text = what + " on " + Thread.currentThread().getName();
                        response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), callback);
                    });
            return true;
        }
    }
}
