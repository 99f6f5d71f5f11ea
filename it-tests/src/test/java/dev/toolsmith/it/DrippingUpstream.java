package dev.toolsmith.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** An upstream whose answers are empty lists: at once, but on one path bit by bit, and to the end only when it is let. */
final class DrippingUpstream implements AutoCloseable {

    private static final byte[] BLANKS = blanks(4 << 10);
    private static final int PAUSE_MILLIS = 50;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Semaphore ends = new Semaphore(0);
    private final CountDownLatch gone = new CountDownLatch(1);

    private DrippingUpstream(HttpServer server) {
        this.server = server;
    }

    static DrippingUpstream dripping(String path) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            DrippingUpstream upstream = new DrippingUpstream(server);
            server.setExecutor(upstream.workers);
            server.createContext("/", upstream::answer);
            server.createContext(path, upstream::drip);
            server.start();
            return upstream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] blanks(int count) {
        byte[] blanks = new byte[count];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Lets one answer end. */
    void letOneEnd() {
        ends.release();
    }

    /** Waits until whoever read an answer has gone before its end. */
    void awaitGone() {
        Waiting.until(() -> gone.getCount() == 0, "the end of a connection before the answer's end");
    }

    @Override
    public void close() {
        ends.release(1_000);
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = "{\"data\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void drip(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write("{\"data\":[".getBytes(StandardCharsets.UTF_8));
            while (!ends.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                body.write(BLANKS);
                body.flush();
            }
            body.write("]}".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            gone.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
