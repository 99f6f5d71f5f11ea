package dev.toolsmith.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before an upstream and keeps every request with its answer. */
final class RecordingProxy implements AutoCloseable {

    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "recording-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final URI upstream;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    private RecordingProxy(HttpServer server, URI upstream) {
        this.server = server;
        this.upstream = upstream;
    }

    static RecordingProxy before(String upstream) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            RecordingProxy proxy = new RecordingProxy(server, URI.create(upstream));
            server.setExecutor(proxy.workers);
            server.createContext("/", proxy::pass);
            server.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Every exchange so far, oldest first. */
    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** How many exchanges there were so far. */
    int count() {
        return exchanges.size();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void pass(HttpExchange incoming) throws IOException {
        try (incoming) {
            byte[] body = incoming.getRequestBody().readAllBytes();
            String target = incoming.getRequestURI().toString();
            HttpResponse<byte[]> answer = http.send(request(incoming, target, body), BodyHandlers.ofByteArray());
            exchanges.add(new Exchange(
                    incoming.getRequestMethod(),
                    target,
                    Map.copyOf(incoming.getRequestHeaders()),
                    new String(body, StandardCharsets.UTF_8),
                    answer.statusCode(),
                    new String(answer.body(), StandardCharsets.UTF_8)));
            answer.headers().map().forEach((name, values) -> {
                if (!List.of("content-length", "transfer-encoding", "connection", "date", ":status")
                        .contains(name)) {
                    values.forEach(value -> incoming.getResponseHeaders().add(name, value));
                }
            });
            boolean empty = answer.body().length == 0;
            incoming.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
            if (!empty) {
                incoming.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private HttpRequest request(HttpExchange incoming, String target, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(upstream.resolve(target))
                .timeout(Waiting.LONG)
                .method(
                        incoming.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        incoming.getRequestHeaders().forEach((name, values) -> {
            if (List.of("Authorization", "Content-type", "Accept").contains(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }
}
