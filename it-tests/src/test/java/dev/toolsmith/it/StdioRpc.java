package dev.toolsmith.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON-RPC over the standard streams of a process: one message a line. */
final class StdioRpc implements Rpc {

    private final ServerProcess server;
    private final OutputStream out;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final List<String> strays = new CopyOnWriteArrayList<>();

    private StdioRpc(ServerProcess server) {
        this.server = server;
        this.out = server.input();
    }

    static StdioRpc to(ServerProcess server) {
        StdioRpc rpc = new StdioRpc(server);
        Thread reader = new Thread(rpc::read, "stdio-rpc");
        reader.setDaemon(true);
        reader.start();
        return rpc;
    }

    /** Lines that were no answer to an open request. */
    List<String> strays() {
        return List.copyOf(strays);
    }

    @Override
    public CompletableFuture<JsonNode> send(String method, JsonNode params) {
        long id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(id, answer);
        ObjectNode message = Json.object().put("jsonrpc", "2.0").put("id", id).put("method", method);
        message.set("params", params);
        write(message);
        return answer;
    }

    @Override
    public void tell(String method) {
        write(Json.object().put("jsonrpc", "2.0").put("method", method));
    }

    @Override
    public void close() {
        server.close();
    }

    private void write(JsonNode message) {
        byte[] line = (message + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            try {
                out.write(line);
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "The server has gone:\n" + server.log().text(), e);
            }
        }
    }

    private void read() {
        Throwable why = new AssertionError("The server's output has ended");
        try (BufferedReader in = new BufferedReader(new InputStreamReader(server.output(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                take(line);
            }
        } catch (IOException e) {
            why = e;
        }
        for (CompletableFuture<JsonNode> waiting : open.values()) {
            waiting.completeExceptionally(why);
        }
    }

    private void take(String line) {
        try {
            JsonNode message = Json.parse(line);
            CompletableFuture<JsonNode> answer = message.path("id").isIntegralNumber()
                    ? open.remove(message.path("id").asLong())
                    : null;
            if (answer == null) {
                strays.add(line);
            } else {
                answer.complete(message);
            }
        } catch (JacksonException e) {
            strays.add(line);
        }
    }
}
