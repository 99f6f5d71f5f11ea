package dev.toolsmith.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.transport.http.HealthHandler;
import dev.toolsmith.runtime.transport.http.HttpListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class ConnectionLimitsTest {

    private static final String REQUEST = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

    @Test
    void aConnectionWhoseNextHeaderNeverEndsIsClosed() throws Exception {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        HeaderDeadline deadline = new HeaderDeadline(clock, 60_000, 500);
        try (HttpListener listener = HttpListener.at("127.0.0.1", 0)
                        .watchedBy(deadline)
                        .customizedBy(deadline)
                        .start(new HealthHandler());
                Socket socket = open(listener)) {
            send(socket, REQUEST);
            assertThat(isAnswered(socket)).isTrue();
            send(socket, "GET /healthz HTTP/1.1\r\nHost: 127");
            InputStream in = socket.getInputStream();
            in.transferTo(OutputStream.nullOutputStream());
            assertThat(in.read()).isEqualTo(-1);
        } finally {
            clock.shutdownNow();
        }
    }

    @Test
    void anAddressHasOnlySoManyConnectionsAtATime() throws Exception {
        AddressLimit limit = new AddressLimit(2, address -> false);
        try (HttpListener listener =
                        HttpListener.at("127.0.0.1", 0).watchedBy(limit).start(new HealthHandler());
                Socket first = open(listener)) {
            assertThat(isServed(first)).isTrue();
            try (Socket second = open(listener);
                    Socket third = open(listener)) {
                assertThat(isServed(second)).isTrue();
                assertThat(isServed(third)).isFalse();
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
