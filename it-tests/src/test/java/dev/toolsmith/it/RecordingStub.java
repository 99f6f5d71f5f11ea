package dev.toolsmith.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;

/** An API that answers every request with an empty object, and keeps what it was sent, byte for byte. */
final class RecordingStub implements AutoCloseable {

    /**
     * One request as it stood on the wire.
     *
     * @param method upper case
     * @param path the path, still encoded
     * @param query the query, still encoded, empty when there is none
     * @param headers names in lower case
     * @param body the bytes of the body
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Sent(String method, String path, String query, Map<String, String> headers, byte[] body) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        @Override
        public String toString() {
            return method + " " + path + "?" + query + " " + headers + "\n" + new String(body, StandardCharsets.UTF_8);
        }
    }

    private final HttpServer server;
    private final LinkedBlockingQueue<Sent> requests = new LinkedBlockingQueue<>();

    private RecordingStub(HttpServer server) {
        this.server = server;
    }

    static RecordingStub start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            RecordingStub stub = new RecordingStub(server);
            server.createContext("/", stub::answer);
            server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The requests since this was last asked. */
    List<Sent> taken() {
        List<Sent> taken = new ArrayList<>();
        requests.drainTo(taken);
        return taken;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
            String query = exchange.getRequestURI().getRawQuery();
            requests.add(new Sent(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    query == null ? "" : query,
                    headers,
                    body));
            byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : answer.length);
            if (!head) {
                exchange.getResponseBody().write(answer);
            }
        }
    }
}
