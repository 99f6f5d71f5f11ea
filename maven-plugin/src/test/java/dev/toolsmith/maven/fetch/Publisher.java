package dev.toolsmith.maven.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server that publishes descriptions, well or badly. */
final class Publisher implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> published = new HashSet<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    Publisher() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    /** One description with these operations, each {@code name} of {@code GET /name}. */
    static String description(String title, String... operations) {
        StringBuilder text = new StringBuilder("openapi: 3.1.0\ninfo: {title: " + title + ", version: '1'}\n"
                + "servers: [{url: https://api.example.com}]\npaths:\n");
        for (String operation : operations) {
            text.append("  /" + operation + ": {get: {operationId: " + operation + ", description: Gets it., tags: [t],"
                    + " responses: {'200': {description: Done.}}}}\n");
        }
        return text.toString();
    }

    void answer(String path, HttpHandler handler) {
        published.add(path);
        server.createContext(path, exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + conditions(exchange));
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    /** Answers with an ETag, and 304 to who has it. */
    void publish(String path, String text) {
        remove(path);
        answer(path, exchange -> {
            String etag = "\"" + Integer.toHexString(text.hashCode()) + "\"";
            exchange.getResponseHeaders().set("ETag", etag);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                send(exchange, 200, text);
            }
        });
    }

    void remove(String path) {
        if (published.remove(path)) {
            server.removeContext(path);
        }
    }

    static void send(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    }

    static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    /** Method, path and, when they were sent, {@code If-None-Match} and {@code Authorization} of each request. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static String conditions(HttpExchange exchange) {
        String etag = exchange.getRequestHeaders().getFirst("If-None-Match");
        String login = exchange.getRequestHeaders().getFirst("Authorization");
        return ((etag == null ? "" : etag + " ") + (login == null ? "" : login)).strip();
    }
}
