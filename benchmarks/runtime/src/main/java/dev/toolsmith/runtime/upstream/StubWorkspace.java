package dev.toolsmith.runtime.upstream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.toolsmith.runtime.json.JsonTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An API on this machine that has one workspace, whose companies have 50 attributes; it accepts all that is written. It
 * counts what it is asked for besides.
 */
final class StubWorkspace implements AutoCloseable {

    private static final String WORKSPACE = "6f4cf5a1-5a1f-4a0e-8a5e-2f0a6c1d9b11";
    private static final List<String> OBJECTS =
            List.of("people", "companies", "deals", "users", "workspaces", "projects");
    private static final Map<String, String> OWN = Map.of(
            "domains", "domain",
            "name", "text",
            "categories", "select",
            "employee_range", "select",
            "primary_location", "location",
            "foundation_date", "date",
            "team", "record-reference");
    private static final int ATTRIBUTES = 50;
    private static final int CHOICES = 8;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final AtomicInteger reads = new AtomicInteger();
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

    StubWorkspace() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How often it was read since the last time it was asked. */
    int reads() {
        return reads.getAndSet(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("GET")) {
                reads.incrementAndGet();
            }
            byte[] answer = answers.computeIfAbsent(exchange.getRequestURI().getPath(), StubWorkspace::answer);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static byte[] answer(String path) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (path.endsWith("/records")) {
            answer.putObject("data").putObject("id").put("record_id", id("record", 0));
            return JsonTree.write(answer);
        }
        ArrayNode data = answer.putArray("data");
        if (path.endsWith("/objects")) {
            OBJECTS.forEach(slug -> data.add(object(slug)));
        } else if (path.endsWith("/lists")) {
            OBJECTS.forEach(slug -> data.add(list(slug)));
        } else if (path.endsWith("/attributes")) {
            OWN.forEach((slug, type) -> data.add(attribute(data.size(), slug, type)));
            while (data.size() < ATTRIBUTES) {
                data.add(attribute(data.size(), "field_" + data.size(), data.size() % 5 == 0 ? "select" : "text"));
            }
        } else if (path.endsWith("/options") || path.endsWith("/statuses")) {
            for (int i = 0; i < CHOICES; i++) {
                data.add(identified(path.endsWith("/options") ? "option_id" : "status_id", i)
                        .put("title", "Choice " + i)
                        .put("is_archived", false));
            }
        }
        return JsonTree.write(answer);
    }

    private static String id(String kind, int number) {
        return UUID.nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static ObjectNode identified(String kind, int number) {
        ObjectNode identified = JsonNodeFactory.instance.objectNode();
        identified.putObject("id").put("workspace_id", WORKSPACE).put(kind, id(kind, number));
        return identified;
    }

    private static ObjectNode object(String slug) {
        return identified("object_id", OBJECTS.indexOf(slug))
                .put("api_slug", slug)
                .put("singular_noun", slug + " one")
                .put("plural_noun", slug);
    }

    private static ObjectNode list(String parent) {
        ObjectNode list = identified("list_id", OBJECTS.indexOf(parent))
                .put("api_slug", "all_" + parent)
                .put("name", "All " + parent);
        list.putArray("parent_object").add(parent);
        return list;
    }

    private static ObjectNode attribute(int number, String slug, String type) {
        ObjectNode attribute = identified("attribute_id", number)
                .put("title", "Field " + slug)
                .put("api_slug", slug)
                .put("type", type)
                .put("is_writable", true)
                .put("is_required", false)
                .put("is_unique", slug.equals("domains"))
                .put("is_multiselect", List.of("domains", "categories", "team").contains(slug))
                .put("is_default_value_enabled", false)
                .put("is_archived", false);
        ObjectNode config = attribute.putObject("config");
        config.putObject("currency").putNull("default_currency_code").putNull("display_type");
        ObjectNode reference = config.putObject("record_reference");
        if (slug.equals("team")) {
            reference.putArray("allowed_object_ids").add(id("object_id", OBJECTS.indexOf("people")));
        } else {
            reference.putNull("allowed_object_ids");
        }
        return attribute;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
