package dev.toolsmith.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An upstream that answers every request with its path, those of one path only when it is told to. */
final class HoldingUpstream implements AutoCloseable {

    private final HttpServer server;
    private final String held;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private HoldingUpstream(HttpServer server, String held) {
        this.server = server;
        this.held = held;
    }

    static HoldingUpstream holding(String path) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            HoldingUpstream upstream = new HoldingUpstream(server, path);
            server.setExecutor(upstream.workers);
            server.createContext("/", upstream::answer);
            server.start();
            return upstream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Waits until a request is held. */
    void awaitHeld() {
        Waiting.until(() -> arrived.getCount() == 0, "a request to " + held);
    }

    void release() {
        released.countDown();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().equals(held)) {
                arrived.countDown();
                if (!released.await(Waiting.LONG.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IOException("Nobody released " + held);
                }
            }
            byte[] body = ("{\"data\":[],\"path\":\"" + exchange.getRequestURI().getPath() + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
