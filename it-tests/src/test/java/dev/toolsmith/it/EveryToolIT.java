package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each tool, called with valid arguments through a real server against the sandbox. */
class EveryToolIT {

    private static final Description DESCRIPTION = Description.ofAttio();
    private static Sandbox sandbox;
    private static RecordingProxy upstream;
    private static Connections connections;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        upstream = RecordingProxy.before(sandbox.baseUrl());
        connections = Connections.before(upstream.baseUrl(), Product.published(sandbox.credential()));
    }

    @AfterAll
    static void stop() {
        connections.close();
        upstream.close();
        sandbox.close();
    }

    @TestFactory
    Stream<DynamicContainer> takesAttributeValuesAsTheyCome() {
        return Server.all().stream().map(server -> calls(server, UnaryOperator.identity()));
    }

    @TestFactory
    Stream<DynamicContainer> takesAttributeValuesAsArrays() {
        return Server.all().stream().map(server -> calls(server, ValidCall::withArrays));
    }

    @Test
    void theTableHasEveryToolAndNoOther() {
        Set<String> called = new HashSet<>();
        ValidCall.table().forEach(call -> called.add(call.tool()));
        assertThat(called).isEqualTo(ToolFact.all().keySet());
    }

    private static DynamicContainer calls(Server server, UnaryOperator<ValidCall> variant) {
        List<CallSequence> sequence = new ArrayList<>();
        Stream<DynamicTest> starting = Stream.of(DynamicTest.dynamicTest("starts", () -> {
            sandbox.reset();
            sequence.add(CallSequence.over(connections.to(server), upstream));
            assertThat(sandbox.journal()).isEmpty();
        }));
        Stream<DynamicTest> calling = ValidCall.table().stream()
                .map(variant)
                .map(call -> DynamicTest.dynamicTest(
                        call.row() + " " + call.tool(),
                        () -> verify(sequence.get(0).make(call))));
        return DynamicContainer.dynamicContainer(server.toString(), Stream.concat(starting, calling));
    }

    private static void verify(CallSequence.Made made) {
        String call = made.call().tool() + " " + made.arguments();
        assertThat(made.answer().failed())
                .as("%s: %s %s", call, made.answer().message(), made.exchanges())
                .isFalse();
        assertThat(made.exchanges()).as("%s is one request", call).hasSize(1);
        Exchange exchange = made.exchanges().get(0);
        ToolFact fact = ToolFact.of(made.call().tool());
        assertThat(exchange.method()).as(call).isEqualTo(fact.method());
        assertThat(decoded(exchange.path())).as(call).isEqualTo(fact.pathWith(made.arguments()));
        assertThat(sent(exchange))
                .as("%s arrives as %s", call, exchange.line())
                .isEqualTo(meant(fact, made.arguments()));
        assertThat(DESCRIPTION.problems(exchange))
                .as("%s -> %s", call, exchange.answer())
                .isEmpty();
        answersWithWhatTheApiSaid(made.answer(), exchange);
    }

    /** What a request carries beside its path: the query's parameters as text, and the body's properties. */
    private static Map<String, Object> sent(Exchange exchange) {
        Map<String, Object> sent = new HashMap<>();
        for (String pair : exchange.query().split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                sent.put(
                        decoded(pair.substring(0, equals)),
                        decoded(pair.substring(equals + 1).replace("+", "%20")));
            }
        }
        exchange.json()
                .ifPresent(body ->
                        body.properties().forEach(property -> sent.put(property.getKey(), property.getValue())));
        return sent;
    }

    /** What the arguments mean beside the path, by the plainest reading. */
    private static Map<String, Object> meant(ToolFact fact, JsonNode arguments) {
        boolean inBody = !Set.of("GET", "DELETE").contains(fact.method());
        Map<String, Object> meant = new HashMap<>();
        for (Map.Entry<String, JsonNode> argument : arguments.properties()) {
            if (!fact.inPath(argument.getKey())) {
                boolean query = !inBody || argument.getKey().equals("matching_attribute");
                meant.put(argument.getKey(), query ? argument.getValue().asString() : argument.getValue());
            }
        }
        return meant;
    }

    /** The answer for the model is the API's, plus at most where the next page begins. */
    private static void answersWithWhatTheApiSaid(ToolAnswer answer, Exchange exchange) {
        if (exchange.answer().isEmpty()) {
            return;
        }
        JsonNode got = answer.json();
        if (got instanceof ObjectNode object && !Json.parse(exchange.answer()).has("next_cursor")) {
            object.remove("next_cursor");
        }
        assertThat(got).isEqualTo(Json.parse(exchange.answer()));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
