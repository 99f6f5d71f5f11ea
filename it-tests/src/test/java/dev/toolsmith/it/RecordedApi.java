package dev.toolsmith.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An API that writes down what it gets, and gives tokens at {@code /token}: {@code t1}, then {@code t2} and so on, of
 * which it refuses those that are told it.
 */
final class RecordedApi implements AutoCloseable {

    /**
     * A request as it came.
     *
     * @param line method and target
     * @param headers the headers that credentials and arguments become, {@code name: value} each
     */
    record Got(String line, List<String> headers, String type, String body) {}

    private static final List<String> TOLD = List.of("Authorization", "Cookie", "X-key", "X-color");

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(8);
    private final List<Got> journal = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final AtomicInteger issued = new AtomicInteger();

    private volatile int life = 3600;
    private volatile String type = "application/json";
    private volatile byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);

    private RecordedApi(HttpServer server) {
        this.server = server;
    }

    static RecordedApi start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            RecordedApi api = new RecordedApi(server);
            server.setExecutor(api.workers);
            server.createContext("/", api::answer);
            server.createContext("/token", api::token);
            server.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    /** How many seconds the next tokens live. */
    void life(int seconds) {
        life = seconds;
    }

    /** Takes a token no more. */
    void refuse(String token) {
        refused.add("Bearer " + token);
    }

    void answering(String mediaType, byte[] body) {
        type = mediaType;
        answer = body;
    }

    /** What came since this was asked last. */
    List<Got> taken() {
        List<Got> taken = List.copyOf(journal);
        journal.clear();
        return taken;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private Got write(HttpExchange exchange) throws IOException {
        List<String> headers = TOLD.stream()
                .filter(exchange.getRequestHeaders()::containsKey)
                .map(name -> name + ": " + exchange.getRequestHeaders().getFirst(name))
                .toList();
        Got got = new Got(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                headers,
                String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
        journal.add(got);
        return got;
    }

    private void token(HttpExchange exchange) throws IOException {
        try (exchange) {
            Got got = write(exchange);
            boolean good = got.headers().equals(List.of("Authorization: Basic bWFjaGluZTpodW50ZXIy"))
                    && got.body().startsWith("grant_type=client_credentials");
            String body = good
                    ? Json.object()
                            .put("access_token", "t" + issued.incrementAndGet())
                            .put("token_type", "Bearer")
                            .put("expires_in", life)
                            .toString()
                    : "{\"error\":\"invalid_client\",\"error_description\":\"hunter3 is not it\"}";
            send(exchange, good ? 200 : 401, "application/json", body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Got got = write(exchange);
            boolean good =
                    got.headers().stream().noneMatch(header -> refused.contains(header.replace("Authorization: ", "")));
            send(exchange, good ? 200 : 401, type, good ? answer : "{}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void send(HttpExchange exchange, int status, String mediaType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", mediaType);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
