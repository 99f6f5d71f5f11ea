package dev.toolsmith.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class ConnectionLimitsTest {

    private static final String REQUEST = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

    private static final long LONG = 60_000;

    @Test
    void aConnectionWhoseFirstHeaderNeverEndsIsClosed() throws Exception {
        try (HttpListener listener = patient(500, LONG, 1, LONG).start(new HealthHandler());
                Socket socket = open(listener)) {
            send(socket, "GET /healthz HTTP/1.1\r\nHost: 127");
            assertThat(ends(socket)).isTrue();
        }
    }

    @Test
    void aConnectionWhoseHeaderComesByteByByteIsClosed() throws Exception {
        try (HttpListener listener = patient(1_000, LONG, 1, LONG).start(new HealthHandler());
                Socket socket = open(listener)) {
            CompletableFuture<Void> dripping =
                    CompletableFuture.runAsync(() -> drip(socket, "GET /healthz HTTP/1.1\r\nX: "));
            assertThat(ends(socket)).isTrue();
            dripping.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void aConnectionWhoseNextHeaderNeverEndsIsClosed() throws Exception {
        try (HttpListener listener = patient(LONG, 500, 1, LONG).start(new HealthHandler());
                Socket socket = open(listener)) {
            send(socket, REQUEST);
            assertThat(isAnswered(socket)).isTrue();
            send(socket, "GET /healthz HTTP/1.1\r\nHost: 127");
            assertThat(ends(socket)).isTrue();
        }
    }

    @Test
    void aBodyThatComesByteByByteIsGivenUp() throws Exception {
        CompletableFuture<Throwable> given = new CompletableFuture<>();
        Handler reading = new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                CompletableFuture<byte[]> unused = new BodyReader(request, 100_000, 60)
                        .body()
                        .whenComplete((body, failure) -> {
                            given.complete(failure);
                            Response.writeError(request, response, callback, 400);
                        });
                return true;
            }
        };
        try (HttpListener listener = patient(LONG, LONG, 1_024, LONG).start(reading);
                Socket socket = open(listener)) {
            CompletableFuture<Void> dripping = CompletableFuture.runAsync(
                    () -> drip(socket, "POST /x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 90000\r\n\r\n"));
            assertThat(given.get(50, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessageContaining("rate");
            dripping.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void whoSendsOnAfterAnAnswerThatEndsTheConnectionIsCutOff() throws Exception {
        Handler refusing = new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
                Response.writeError(request, response, callback, 400);
                return true;
            }
        };
        try (HttpListener listener = patient(500, LONG, 1, LONG).start(refusing);
                Socket socket = open(listener)) {
            CompletableFuture<Void> dripping = CompletableFuture.runAsync(
                    () -> drip(socket, "POST /x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 90000\r\n\r\n"));
            dripping.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void aClientThatTakesNothingOfItsAnswerIsCutOff() throws Exception {
        CompletableFuture<Throwable> broken = new CompletableFuture<>();
        Handler large = new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                request.addIdleTimeoutListener(idle -> false);
                response.write(true, ByteBuffer.allocate(64 << 20), Callback.from(callback::succeeded, failure -> {
                    broken.complete(failure);
                    callback.failed(failure);
                }));
                return true;
            }
        };
        try (HttpListener listener = patient(LONG, LONG, 1, 500).start(large);
                Socket slow = open(listener)) {
            send(slow, REQUEST);
            assertThat(broken.get(50, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void aClientThatTakesItsAnswerInPartsGetsAllOfIt() throws Exception {
        Handler large = new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.write(true, ByteBuffer.allocate(32 << 20), callback);
                return true;
            }
        };
        try (HttpListener listener = patient(LONG, LONG, 1, 20_000).start(large);
                Socket socket = open(listener)) {
            send(socket, REQUEST.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
            InputStream in = socket.getInputStream();
            long taken = 0;
            for (int part = in.readNBytes(4 << 20).length; part > 0; part = in.readNBytes(4 << 20).length) {
                taken += part;
            }
            assertThat(taken).isGreaterThan(32 << 20);
        }
    }

    private static HttpListener patient(long header, long nextHeader, long bodyBytes, long write) {
        return HttpListener.at("127.0.0.1", 0, new Patience(header, nextHeader, bodyBytes, write, LONG));
    }

    /** Sends a text and then byte after byte, until the other side has had enough. */
    private static void drip(Socket socket, String begin) {
        try {
            send(socket, begin);
            while (!socket.isClosed()) {
                send(socket, "x");
                CompletableFuture<@Nullable Void> pause = new CompletableFuture<>();
                pause.completeOnTimeout(null, 100, TimeUnit.MILLISECONDS).join();
            }
        } catch (IOException closed) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    /** Reads until the other side ends the connection, be it with a reset. */
    private static boolean ends(Socket socket) throws IOException {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketException reset) {
            return socket.isConnected();
        }
    }

    @Test
    void anAddressHasOnlySoManyConnectionsAtATime() throws Exception {
        AddressLimit limit = new AddressLimit(2, address -> false);
        try (HttpListener listener =
                        HttpListener.at("127.0.0.1", 0).watchedBy(limit).start(new HealthHandler());
                Socket first = open(listener)) {
            assertThat(isServed(first)).isTrue();
            try (Socket second = open(listener)) {
                assertThat(isServed(second)).isTrue();
                try (Socket third = open(listener)) {
                    assertThat(isServed(third)).isFalse();
                }
                assertThat(isServed(first)).isTrue();
            }
            awaitPlace(listener);
        }
    }

    @Test
    void whoIsNotCountedHasMore() throws Exception {
        AddressLimit limit = new AddressLimit(1, InetAddress::isLoopbackAddress);
        try (HttpListener listener =
                        HttpListener.at("127.0.0.1", 0).watchedBy(limit).start(new HealthHandler());
                Socket first = open(listener);
                Socket second = open(listener)) {
            assertThat(isServed(first)).isTrue();
            assertThat(isServed(second)).isTrue();
        }
    }

    private static void awaitPlace(HttpListener listener) throws IOException {
        long end = System.nanoTime() + 60_000_000_000L;
        boolean served = false;
        while (!served) {
            assertThat(System.nanoTime()).as("no place becomes free").isLessThan(end);
            try (Socket socket = open(listener)) {
                served = isServed(socket);
            }
        }
    }

    private static Socket open(HttpListener listener) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isServed(Socket socket) throws IOException {
        try {
            send(socket, REQUEST);
            return isAnswered(socket);
        } catch (SocketException closed) {
            return false;
        }
    }

    /** Reads one answer, whose body ends with the line's end; false when the connection was closed instead. */
    private static boolean isAnswered(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder text = new StringBuilder();
        int length = -1;
        while (length < 0 || text.length() < length) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            text.append((char) next);
            int end = text.indexOf("\r\n\r\n");
            if (length < 0 && end >= 0) {
                String head = text.toString().toLowerCase(Locale.ROOT);
                String number = head.replaceFirst("(?s).*content-length: (\\d+).*", "$1");
                length = end + 4 + Integer.parseInt(number);
            }
        }
        return text.toString().startsWith("HTTP/1.1 200");
    }
}
