package dev.toolsmith.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP server of the sandbox, on the loopback address. */
public final class SandboxServer implements AutoCloseable {
    private static final int BACKLOG = 1024;
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    static {
        // Without it the last packet of an answer waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", System.getProperty("sun.net.httpserver.nodelay", "true"));
        System.setProperty(
                "sun.net.httpserver.maxIdleConnections",
                System.getProperty("sun.net.httpserver.maxIdleConnections", "1000"));
    }

    private final Dispatcher dispatcher = new Dispatcher();
    private final ExecutorService threads = Executors.newCachedThreadPool(SandboxServer::thread);
    private final HttpServer server;

    /** Starts on a port; 0 picks a free one. */
    public SandboxServer(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        server = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "attio-sandbox");
        thread.setDaemon(true);
        return thread;
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The API token with all scopes. */
    public String token() {
        return dispatcher.firstToken();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
            Incoming request = new Incoming(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers(exchange), body);
            write(exchange, body.length > MOST_BYTES ? tooLarge() : answer(request));
        }
    }

    private static Answer tooLarge() {
        return Refusal.of(413, "invalid_request_error", "validation_type", "The body is too large.")
                .answer(false);
    }

    private Answer answer(Incoming request) {
        try {
            return dispatcher.answer(request);
        } catch (RuntimeException bug) {
            System.getLogger("dev.toolsmith.sandbox")
                    .log(System.Logger.Level.ERROR, request.method() + " " + request.target(), bug);
            return Refusal.of(500, "api_error", "internal_error", "The sandbox failed: " + bug)
                    .answer(false);
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, List<String>> header :
                exchange.getRequestHeaders().entrySet()) {
            headers.put(header.getKey().toLowerCase(Locale.ROOT), String.join(", ", header.getValue()));
        }
        return headers;
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.payload().bytes();
        if (!answer.payload().mediaType().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", answer.payload().mediaType());
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean bodiless = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : bytes.length);
        if (!bodiless) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
