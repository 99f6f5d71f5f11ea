package com.example.helpdesk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A helpdesk of one account, as far as the test needs one. */
final class StubHelpdesk implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int fieldsStatus = 200;
    private volatile List<String> urgencies = List.of("Low", "Normal", "High");

    private StubHelpdesk(HttpServer server) {
        this.server = server;
    }

    static StubHelpdesk start() throws IOException {
        StubHelpdesk stub =
                new StubHelpdesk(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        stub.server.createContext("/", stub::answer);
        stub.server.start();
        return stub;
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What has been asked, such as {@code POST /tickets}. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    void urgenciesAre(String... titles) {
        urgencies = List.of(titles);
    }

    void fieldsAreAnsweredWith(int status) {
        fieldsStatus = status;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path);
            if (path.equals("/ticket_fields")) {
                send(
                        exchange,
                        fieldsStatus,
                        MAPPER.writeValueAsString(List.of(
                                field("urgency", "Urgency", "choice", urgencies, true),
                                field("seats", "Seats concerned", "number", List.of(), false),
                                field("due", "Due on", "date", List.of(), false))));
            } else {
                ticket(exchange, MAPPER.readTree(body));
            }
        }
    }

    private void ticket(HttpExchange exchange, JsonNode sent) throws IOException {
        if (!urgencies.contains(sent.at("/fields/urgency").asString())) {
            send(exchange, 422, "{\"error\":\"urgency is none of the choices\"}");
        } else {
            send(exchange, 200, "{\"id\":7,\"subject\":\"Printer\"}");
        }
    }

    private static Object field(String key, String title, String type, List<String> choices, boolean required) {
        return MAPPER.createObjectNode()
                .put("key", key)
                .put("title", title)
                .put("type", type)
                .put("required", required)
                .set("choices", MAPPER.valueToTree(choices));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
