package dev.toolsmith.it;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The project's own description of Attio's API, asked whether an answer is one that it describes. */
final class Description {

    private static final String IRI = "https://toolsmith.invalid/attio.json";

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private Description(JsonNode document) {
        this.document = document;
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(IRI, document.toString())));
    }

    static Description ofAttio() {
        return new Description(Yaml.read(Product.repository().resolve("specs/attio/attio.openapi.yaml")));
    }

    /** What is wrong with an answer, in words; nothing when the description has it like this. */
    List<String> problems(Exchange exchange) {
        Optional<String> path = template(exchange);
        if (path.isEmpty()) {
            return List.of("no operation " + exchange.method() + " " + exchange.path());
        }
        String operation =
                "/paths/" + escaped(path.get()) + "/" + exchange.method().toLowerCase(Locale.ROOT);
        String response = resolved(operation + "/responses/" + exchange.status());
        if (document.at(response).isMissingNode()) {
            return List.of("status " + exchange.status() + " of " + exchange.method() + " " + path.get()
                    + " is not described");
        }
        JsonNode content = document.at(response).path("content");
        if (content.isEmpty()) {
            return exchange.answer().isEmpty() ? List.of() : List.of("a body where none is described");
        }
        String schema = response + "/content/" + escaped("application/json") + "/schema";
        return errors(schema, Json.parse(exchange.answer()));
    }

    /** What is wrong with any of several answers, each problem once with the request that it stands for. */
    List<String> problems(List<Exchange> exchanges) {
        return exchanges.stream()
                .flatMap(exchange -> problems(exchange).stream()
                        .map(problem -> exchange.line() + " -> " + exchange.status() + ": " + problem))
                .distinct()
                .toList();
    }

    private List<String> errors(String pointer, JsonNode answer) {
        Schema schema = schemas.computeIfAbsent(pointer, key -> registry.getSchema(SchemaLocation.of(IRI + "#" + key)));
        List<String> errors = new ArrayList<>();
        schema
                .validate(answer, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .filter(error -> !isEmail(error))
                .forEach(error -> errors.add(error.getInstanceLocation() + ": " + error.getMessage()));
        return errors;
    }

    /** Whether it is about an e-mail address: the validator takes no top-level domains but those of the public root. */
    private static boolean isEmail(Error error) {
        return error.getKeyword().equals("format")
                && error.getSchemaNode().asString("").equals("email");
    }

    /** The path of the description that a request was for: of several, the one with the fewest slots. */
    private Optional<String> template(Exchange exchange) {
        String method = exchange.method().toLowerCase(Locale.ROOT);
        return document.path("paths")
                .propertyStream()
                .filter(path -> path.getValue().has(method))
                .map(Map.Entry::getKey)
                .filter(path -> Pattern.matches(path.replaceAll("\\{\\w+}", "[^/]+"), exchange.path()))
                .min(Comparator.comparing((String path) -> path.split("\\{", -1).length));
    }

    private String resolved(String pointer) {
        JsonNode node = document.at(pointer);
        return node.has("$ref") ? node.path("$ref").asString().substring(1) : pointer;
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
