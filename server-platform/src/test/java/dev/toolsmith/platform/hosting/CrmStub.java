package dev.toolsmith.platform.hosting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The API that is called: writes down every request, can hold its answers back, and knows keys. */
final class CrmStub implements AutoCloseable {

    record Got(String method, String path, Map<String, List<String>> headers, String body) {}

    record Reply(int status, String body) {}

    /** What a key is good for. */
    record Account(String workspace, String scopes) {}

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final List<Got> journal = new CopyOnWriteArrayList<>();
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch arrived = new CountDownLatch(0);
    private volatile Function<Got, Reply> script = got -> new Reply(200, "{\"ok\":true}");

    CrmStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    CrmStub account(String key, String workspace, String scopes) {
        accounts.put(key, new Account(workspace, scopes));
        return this;
    }

    void forget(String key) {
        accounts.remove(key);
    }

    void answering(Function<Got, Reply> next) {
        script = next;
    }

    /** Holds answers back from now on, but for questions about accounts; tells when the first such call has come. */
    CountDownLatch hold() {
        gate = new CountDownLatch(1);
        arrived = new CountDownLatch(1);
        return arrived;
    }

    void release() {
        gate.countDown();
    }

    /** The requests that came, but for those about accounts. */
    List<Got> calls() {
        return journal.stream().filter(got -> !got.path().equals("/self")).toList();
    }

    List<Got> journal() {
        return List.copyOf(journal);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Got got = new Got(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body);
            journal.add(got);
            Reply reply = reply(exchange, got);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("X-Request-Id", "req-" + journal.size());
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Reply reply(HttpExchange exchange, Got got) {
        String key = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .replace("Bearer ", "");
        Account account = accounts.get(key);
        if (account == null) {
            return new Reply(401, "{\"message\":\"No such key\"}");
        }
        if (got.path().equals("/self")) {
            return new Reply(
                    200,
                    "{\"active\":true,\"scope\":\"" + account.scopes() + "\",\"workspace_id\":\"" + account.workspace()
                            + "\",\"workspace_name\":\"Acme\"}");
        }
        arrived.countDown();
        await(gate);
        return script.apply(got);
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody let the answer go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
