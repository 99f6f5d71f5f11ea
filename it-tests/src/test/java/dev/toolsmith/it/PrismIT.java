package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Attio's own description, watched over by Prism between the product and the sandbox. A request that the description does
 * not have is refused and never arrives; an answer that it does not have becomes an error, after the request has arrived.
 */
class PrismIT {

    private static final String REFUSED = "https://stoplight.io/prism/errors#";
    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static Sandbox sandbox;
    private static RecordingProxy behind;
    private static RecordingProxy before;
    private static Rpc rpc;

    @BeforeAll
    static void start() {
        Path snapshot = Snapshot.path();
        sandbox = open(Sandbox.start());
        behind = open(RecordingProxy.before(sandbox.baseUrl()));
        Prism prism = open(Prism.before(behind.baseUrl(), snapshot));
        before = open(RecordingProxy.before(prism.baseUrl()));
        rpc = open(new Server("kernel", "stdio").connect(before.baseUrl(), Product.published(sandbox.credential())))
                .rpc();
    }

    @AfterAll
    static void stop() throws Exception {
        for (int i = OPEN.size() - 1; i >= 0; i--) {
            OPEN.get(i).close();
        }
    }

    @TestFactory
    Stream<DynamicTest> attiosOwnDescriptionHasEveryRequestAndEveryAnswer() {
        CallSequence sequence = CallSequence.over(rpc, behind);
        List<JsonNode> known = new ArrayList<>();
        Yaml.resource("attio-answers.yaml").forEach(known::add);
        return ValidCall.table().stream()
                .filter(call -> call.deviates().isEmpty())
                .map(ValidCall::withArrays)
                .map(call -> DynamicTest.dynamicTest(call.row() + " " + call.tool(), () -> {
                    CallSequence.Made made = sequence.make(call);
                    Exchange seen = before.exchanges().get(before.count() - 1);
                    assertThat(made.exchanges())
                            .as("%s is let through: %s", seen.line(), seen.answer())
                            .singleElement()
                            .satisfies(exchange -> assertThat(exchange.succeeded())
                                    .as(exchange.toString())
                                    .isTrue());
                    assertThat(violations(seen, made.exchanges().get(0).status()))
                            .as(made.exchanges().get(0).answer())
                            .allMatch(at -> known.stream()
                                    .anyMatch(
                                            row -> at.matches(row.required("at").asString())));
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatTheTableSaysOfAttiosDescriptionIsStillSo() {
        return ValidCall.table().stream()
                .filter(call -> call.deviates().isPresent())
                .map(call -> DynamicTest.dynamicTest(
                        call.tool() + ": " + call.deviates().get(), () -> {
                            int arrived = behind.count();
                            rpc.call(
                                    call.tool(),
                                    RefusedCall.plain(call.withArrays().template()));
                            assertThat(before.exchanges()
                                            .get(before.count() - 1)
                                            .answer())
                                    .contains(REFUSED);
                            assertThat(behind.count()).isEqualTo(arrived);
                        }));
    }

    /** Where an answer is none that the description has, as its status and a path with dots. */
    private static List<String> violations(Exchange seen, int status) {
        List<String> violations = new ArrayList<>();
        if (seen.answer().contains(REFUSED)) {
            for (JsonNode violation : Json.parse(seen.answer()).required("validation")) {
                List<String> place = new ArrayList<>();
                violation.required("location").forEach(step -> place.add(step.asString()));
                violations.add(status + " " + String.join(".", place));
            }
        }
        return violations;
    }

    private static <T extends AutoCloseable> T open(T resource) {
        OPEN.add(resource);
        return resource;
    }
}
