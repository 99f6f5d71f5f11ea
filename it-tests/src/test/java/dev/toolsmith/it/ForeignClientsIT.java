package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Clients of Attio's API that others wrote, before the sandbox: what they take for Attio's behaviour is its behaviour. */
class ForeignClientsIT {

    private static final AtomicReference<Rpc> FOREIGN_SERVER = new AtomicReference<>();
    private static final Description DESCRIPTION = Description.ofAttio();
    private static Sandbox sandbox;
    private static RecordingProxy upstream;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        upstream = RecordingProxy.before(sandbox.baseUrl());
    }

    @AfterEach
    void stopForeignServer() {
        Rpc rpc = FOREIGN_SERVER.getAndSet(null);
        if (rpc != null) {
            rpc.close();
        }
    }

    @AfterAll
    static void stop() {
        upstream.close();
        sandbox.close();
    }

    @TestFactory
    List<DynamicTest> attioTsSdkIsContentWithEveryAnswer() {
        sandbox.reset();
        String job = Json.object()
                .put("baseUrl", upstream.baseUrl())
                .put("apiKey", sandbox.token())
                .toString();
        JsonNode outcomes =
                CommandRun.of(Node.command("attio-ts-sdk.mjs"), Map.of(), job).json();
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode outcome : outcomes) {
            tests.add(DynamicTest.dynamicTest(
                    tests.size() + 1 + " " + outcome.required("call").asString(),
                    () -> assertThat(outcome.required("ok").asBoolean())
                            .as(outcome.path("problem").asString(""))
                            .isTrue()));
        }
        assertThat(tests).hasSizeGreaterThan(50);
        tests.add(described());
        return tests;
    }

    @TestFactory
    Stream<DynamicTest> attioMcpIsContentWithEveryAnswer() {
        sandbox.reset();
        Rpc rpc = StdioRpc.to(ServerProcess.talking(
                Node.command("node_modules/attio-mcp/dist/cli.js"),
                Map.of("ATTIO_API_KEY", sandbox.token(), "ATTIO_BASE_URL", upstream.baseUrl() + "/v2")));
        FOREIGN_SERVER.set(rpc);
        rpc.initialize();
        Map<String, String> kept = new HashMap<>();
        List<JsonNode> rows = new ArrayList<>();
        Yaml.resource("foreign-mcp-calls.yaml").forEach(rows::add);
        Stream<DynamicTest> calls = rows.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.required("tool").asString() + " " + row.required("args"), () -> call(rpc, row, kept)));
        return Stream.concat(calls, Stream.of(described()));
    }

    private static DynamicTest described() {
        return DynamicTest.dynamicTest(
                "the sandbox answered as described",
                () -> assertThat(DESCRIPTION.problems(upstream.exchanges())).isEmpty());
    }

    private static void call(Rpc rpc, JsonNode row, Map<String, String> kept) {
        JsonNode arguments = Slots.filled(row.required("args"), kept);
        ToolAnswer answer = rpc.call(row.required("tool").asString(), arguments);
        assertThat(answer.failed()).as("%s -> %s", arguments, answer.text()).isFalse();
        for (Map.Entry<String, JsonNode> keep : row.path("keep").properties()) {
            Matcher found = Pattern.compile(keep.getValue().asString()).matcher(answer.text());
            assertThat(found.find())
                    .as("%s in %s", keep.getValue(), answer.text())
                    .isTrue();
            kept.put(keep.getKey(), found.group(1));
        }
        for (JsonNode word : row.path("says")) {
            assertThat(answer.text()).contains(Slots.filled(word.asString(), kept));
        }
    }
}
