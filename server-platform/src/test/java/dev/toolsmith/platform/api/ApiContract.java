package dev.toolsmith.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.toolsmith.runtime.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The API's description, to which every answer is held. */
final class ApiContract {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document = JsonTree.read(new ApiDocument().json());
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    /** An answer as it came. */
    record Answered(int status, String type, Map<String, String> headers, String body) {}

    /** All operations with the one status of each that is no failure. */
    Set<String> successes() {
        Set<String> all = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        operation.getValue().get("responses").propertyNames().stream()
                                .filter(status -> status.startsWith("2"))
                                .forEach(status -> all.add(key(operation.getKey(), path.getKey(), status)));
                    }
                }));
        return all;
    }

    /** What was answered so far. */
    Set<String> seen() {
        return seen;
    }

    /** Fails unless an answer is one that the description has for the request. */
    void check(String method, String path, Answered answer) {
        Optional<String> template = template(path);
        String verb = method.toLowerCase(Locale.ROOT);
        if (template.isEmpty() && answer.status() == 400 && answer.type().isEmpty()) {
            assertThat(answer.body())
                    .as("turned away by the HTTP server itself")
                    .isEmpty();
            return;
        }
        if (template.isEmpty() || !document.at(pointer(template.get())).has(verb)) {
            assertThat(answer.status()).as(method + " " + path).isIn(400, 404, 405);
            hold(answer, "application/problem+json", "/components/schemas/Problem");
            return;
        }
        String at = pointer(template.get()) + "/" + verb + "/responses/" + answer.status();
        JsonNode response = document.at(at);
        assertThat(response.isObject())
                .as(method + " " + template.get() + " " + answer.status() + " is described; " + answer.body())
                .isTrue();
        seen.add(key(verb, template.get(), Integer.toString(answer.status())));
        if (response.has("$ref")) {
            at = response.get("$ref").stringValue().substring(1);
            response = document.at(at);
        }
        requireHeaders(response, answer);
        if (!response.has("content")) {
            assertThat(answer.body()).isEmpty();
            return;
        }
        String type = answer.type().split(";", -1)[0];
        assertThat(response.get("content").has(type))
                .as(type + " for " + method + " " + path)
                .isTrue();
        hold(answer, type, at + "/content/" + escaped(type) + "/schema");
    }

    private static void requireHeaders(JsonNode response, Answered answer) {
        for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
            if (header.getValue().path("required").asBoolean(false)) {
                assertThat(answer.headers()).containsKey(header.getKey().toLowerCase(Locale.ROOT));
            }
        }
    }

    private void hold(Answered answer, String type, String pointer) {
        assertThat(answer.type().split(";", -1)[0]).isEqualTo(type);
        if (type.endsWith("json")) {
            JsonNode body = JsonTree.read(answer.body().getBytes(StandardCharsets.UTF_8));
            assertThat(schema(pointer).validate(body))
                    .as(answer.status() + " " + answer.body())
                    .isEmpty();
        }
    }

    private Schema schema(String pointer) {
        return schemas.computeIfAbsent(pointer, at -> {
            ObjectNode whole = document.deepCopy().asObject();
            whole.put("$ref", "#" + at);
            return registry.getSchema(whole);
        });
    }

    private Optional<String> template(String path) {
        String[] given = path.split("\\?", 2)[0].split("/", -1);
        return document.get("paths").propertyNames().stream()
                .filter(template -> fits(template.split("/", -1), given))
                .findFirst();
    }

    private static boolean fits(String[] wanted, String[] given) {
        boolean fits = wanted.length == given.length;
        for (int i = 0; fits && i < wanted.length; i++) {
            fits = wanted[i].startsWith("{") ? given[i].matches("[0-9A-Za-z_]{1,64}") : wanted[i].equals(given[i]);
        }
        return fits;
    }

    private static String key(String method, String template, String status) {
        return method + " " + template + " " + status;
    }

    private static String pointer(String template) {
        return "/paths/" + escaped(template);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
