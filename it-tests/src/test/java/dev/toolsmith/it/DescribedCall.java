package dev.toolsmith.it;

import dev.toolsmith.it.DescribedOperation.Parameter;
import dev.toolsmith.it.SampleValues.Texts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Arguments for the tool of one operation, and what has to arrive at the API for them by its description. */
final class DescribedCall {

    private static final Set<String> SET_BY_SERVERS = Set.of("accept", "content-type", "authorization");

    private final DescribedOperation operation;
    private final JsonNode schema;
    private final SampleValues samples;
    private final ObjectNode arguments = Json.object();
    private final List<String> query = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> cookies = new ArrayList<>();
    private String path;
    private Optional<JsonNode> body = Optional.empty();

    private DescribedCall(DescribedOperation operation, JsonNode schema, SampleValues samples) {
        this.operation = operation;
        this.schema = schema;
        this.samples = samples;
        this.path = operation.api().basePath() + operation.path();
    }

    /**
     * A call with every required argument, and some of the others.
     *
     * @param schema the input schema that the server lists
     */
    static DescribedCall of(DescribedOperation operation, JsonNode schema, SampleValues samples) {
        DescribedCall call = new DescribedCall(operation, schema, samples);
        operation.parameters().forEach(call::add);
        operation.bodies().entrySet().stream()
                .filter(each -> WireRules.isJson(each.getKey()))
                .findFirst()
                .or(() -> operation.bodies().entrySet().stream().findFirst())
                .ifPresent(each -> call.addBody(each.getKey(), each.getValue()));
        return call;
    }

    JsonNode arguments() {
        return arguments;
    }

    /** What is another in a request than the description says; nothing when all is well. */
    List<String> problems(RecordingStub.Sent sent) {
        List<String> problems = new ArrayList<>();
        compare(problems, "method", operation.method(), sent.method());
        compare(problems, "path", path, WireRules.decoded(sent.path().replace("+", "%2B")));
        compare(problems, "query", sorted(query), sorted(WireRules.pairs(sent.query())));
        headers.forEach((name, value) -> compare(problems, "header " + name, value, sent.header(name)));
        compare(problems, "cookies", sorted(cookies), sorted(WireRules.cookies(sent.header("Cookie"))));
        body.ifPresentOrElse(
                value -> problems.addAll(WireRules.bodyProblems(operation, value, sent)),
                () -> compare(problems, "body", 0, sent.body().length));
        return problems;
    }

    private static void compare(List<String> problems, String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            problems.add(what + " is " + found + " and not " + expected);
        }
    }

    private static List<String> sorted(List<String> texts) {
        List<String> sorted = new ArrayList<>(texts);
        Collections.sort(sorted);
        return sorted;
    }

    private void add(Parameter parameter) {
        if (parameter.place().equals("header")
                && SET_BY_SERVERS.contains(parameter.name().toLowerCase(Locale.ROOT))) {
            return;
        }
        Optional<String> argument = argument(parameter.name(), parameter.place());
        if (argument.isEmpty() && isCredential(parameter)) {
            return;
        }
        if (argument.isEmpty() && parameter.required()) {
            throw new AssertionError("No argument for " + parameter + " in " + schema.path("properties"));
        }
        if (argument.isEmpty() || (!parameter.required() && !samples.maybe())) {
            return;
        }
        JsonNode value = samples.of(parameter.schema(), texts(parameter));
        arguments.set(argument.get(), value);
        switch (parameter.place()) {
            case "path" -> path = path.replace("{" + parameter.name() + "}", WireRules.pathPart(parameter, value));
            case "query" -> query.addAll(WireRules.query(parameter, value));
            case "header" -> headers.put(parameter.name(), WireRules.joined(parameter, value));
            default -> cookies.addAll(WireRules.query(parameter, value));
        }
    }

    private static Texts texts(Parameter parameter) {
        return switch (parameter.place()) {
            case "query" -> Texts.AWKWARD;
            case "path" -> Texts.ENCODED;
            default -> Texts.PLAIN;
        };
    }

    private boolean isCredential(Parameter parameter) {
        for (JsonNode scheme : operation.api().schemes()) {
            if (scheme.path("name").asString("").equalsIgnoreCase(parameter.name())
                    && scheme.path("in").asString("").equals(parameter.place())) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> argument(String name, String place) {
        String snake = name.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("^_+|_+$", "");
        for (String attempt : List.of(name + "_" + place, name, snake, snake.toLowerCase(Locale.ROOT))) {
            if (schema.path("properties").has(attempt)) {
                return Optional.of(attempt);
            }
        }
        return Optional.empty();
    }

    private void addBody(String mediaType, JsonNode written) {
        JsonNode described = operation.api().schema(written);
        JsonNode value = samples.of(written, Texts.AWKWARD);
        Set<String> own = new HashSet<>(described.path("properties").propertyNames());
        for (String whole : List.of("request_body", "body")) {
            if (schema.path("properties").has(whole) && !own.contains(whole)) {
                arguments.set(
                        whole,
                        WireRules.isBinary(described)
                                ? file(schema.path("properties").path(whole), value)
                                : value);
                body = Optional.of(value);
                return;
            }
        }
        if (!value.isObject()) {
            throw new AssertionError("No argument for the body " + mediaType + " in " + schema.path("properties"));
        }
        ObjectNode sent = Json.object();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            Optional<String> argument = argument(member.getKey(), "body");
            if (argument.isPresent()) {
                JsonNode property =
                        operation.api().schema(described.path("properties").path(member.getKey()));
                arguments.set(
                        argument.get(),
                        WireRules.isBinary(property)
                                ? file(schema.path("properties").path(argument.get()), member.getValue())
                                : member.getValue());
                sent.set(member.getKey(), member.getValue());
            }
        }
        body = Optional.of(sent);
    }

    /** Bytes as the tool takes them: as Base64, or as an object that has them. */
    private static JsonNode file(JsonNode property, JsonNode text) {
        String base64 = Base64.getEncoder().encodeToString(text.asString().getBytes(StandardCharsets.UTF_8));
        ObjectNode file = Json.object().put("base64", base64).put("filename", "a.txt");
        return property.path("type").asString("object").equals("string") ? file.path("base64") : file;
    }
}
