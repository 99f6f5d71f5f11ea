package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** A server of one's own account that knows the workspace. */
class ExactServerIT {

    private static final String CHANGED = "notifications/tools/list_changed";
    private static final String META = "/_meta/dev.toolsmith~1schema";

    private static Sandbox sandbox;
    private static RecordingProxy upstream;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        upstream = RecordingProxy.before(sandbox.baseUrl());
    }

    @AfterAll
    static void stop() {
        upstream.close();
        sandbox.close();
    }

    private static Connection connect(String transport, String schemas) {
        Map<String, String> environment = new HashMap<>(sandbox.credential());
        environment.put("TOOLSMITH_SCHEMAS", schemas);
        return new Server("kernel", transport).connect(upstream.baseUrl(), environment);
    }

    /** The lists up to the first that is exact: the first of all, unless the machine is too slow to read the account in time. */
    private static List<JsonNode> listsUntilExact(Connection connection) {
        List<JsonNode> lists = new ArrayList<>();
        Waiting.until(
                () -> {
                    JsonNode list = list(connection);
                    lists.add(list);
                    JsonNode used = list.at(META);
                    assertThat(used.isMissingNode() || used.toString().contains("in time"))
                            .as(used.toString())
                            .isTrue();
                    return used.isMissingNode();
                },
                "a list that is exact for the account");
        return lists;
    }

    private static JsonNode list(Connection connection) {
        return connection.rpc().result("tools/list", Json.object());
    }

    private static JsonNode published() {
        try (Connection connection = connect("stdio", "published")) {
            assertThat(connection.hello().at("/capabilities/tools/listChanged").asBoolean(true))
                    .isFalse();
            return list(connection).required("tools");
        }
    }

    @Test
    void overStdioTheFirstListIsPublishedAndTheOneAfterTheNotificationExact() {
        JsonNode published = published();
        try (Connection connection = connect("stdio", "auto")) {
            JsonNode first = list(connection);
            assertThat(first.required("tools")).isEqualTo(published);
            assertThat(first.at(META + "/used").asString("")).isEqualTo("published");

            StdioRpc rpc = (StdioRpc) connection.rpc();
            Waiting.until(() -> rpc.strays().stream().anyMatch(line -> line.contains(CHANGED)), CHANGED);
            JsonNode second = list(connection);
            assertThat(second.at(META).isMissingNode())
                    .as(second.path("_meta").toString())
                    .isTrue();
            assertThat(second.required("tools")).isNotEqualTo(published);
            assertThat(second.toString()).contains("Won \uD83C\uDF89");
            assertThat(names(second)).isEqualTo(names(Json.object().set("tools", published)));
        }
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.required("tools").forEach(tool -> names.add(tool.required("name").asString()));
        return names;
    }

    @Test
    void theFirstListIsTheSameOverHttpAndWhereStdioWaits() {
        try (Connection http = connect("http", "auto");
                Connection stdio = connect("stdio", "wait")) {
            int before = upstream.count();
            List<JsonNode> listsOverHttp = listsUntilExact(http);
            assertThat(upstream.count() - before).isPositive().isLessThanOrEqualTo(14 * listsOverHttp.size());
            JsonNode exact = listsOverHttp.get(listsOverHttp.size() - 1);
            assertThat(exact.toString()).contains("Won \uD83C\uDF89");
            List<JsonNode> listsOverStdio = listsUntilExact(stdio);
            assertThat(listsOverStdio.get(listsOverStdio.size() - 1)).isEqualTo(exact);
        }
    }

    @Test
    void anAttioThatDoesNotAnswerReadsHoldsUpNeitherListsNorCalls() {
        try (HoldingUpstream silent = HoldingUpstream.holding("/v2/objects");
                Connection connection = new Server("kernel", "http").connect(silent.baseUrl(), sandbox.credential())) {
            JsonNode list = list(connection);
            assertThat(list.at(META + "/used").asString("")).isEqualTo("published");
            ToolAnswer answer = connection
                    .rpc()
                    .call("list_all_attio_records", Json.object().put("object", "companies"));
            assertThat(answer.toolFailed()).as(answer.toString()).isFalse();
            assertThat(answer.message().at("/result" + META + "/used").asString(""))
                    .isEqualTo("published");
        }
    }

    @TestFactory
    Stream<DynamicContainer> whatAttioTakesIsLetThrough() {
        return Stream.of(calls("as it comes", UnaryOperator.identity()), calls("as arrays", ValidCall::withArrays));
    }

    private static DynamicContainer calls(String how, UnaryOperator<ValidCall> variant) {
        List<Connection> open = new ArrayList<>();
        List<CallSequence> sequence = new ArrayList<>();
        Stream<DynamicTest> starting = Stream.of(DynamicTest.dynamicTest("starts", () -> {
            sandbox.reset();
            open.add(connect("stdio", "auto"));
            sequence.add(CallSequence.over(open.get(0).rpc(), upstream));
            assertThat(sandbox.journal()).isEmpty();
        }));
        Stream<DynamicTest> calling = ValidCall.table().stream()
                .map(variant)
                .map(call -> DynamicTest.dynamicTest(call.row() + " " + call.tool(), () -> {
                    CallSequence.Made made = sequence.get(0).make(call);
                    assertThat(made.answer().failed())
                            .as("%s %s", made.arguments(), made.answer().message())
                            .isFalse();
                    assertThat(made.exchanges()).hasSizeLessThanOrEqualTo(5);
                }));
        Stream<DynamicTest> ending =
                Stream.of(DynamicTest.dynamicTest("ends", () -> assertThat(open).allSatisfy(Connection::close)));
        return DynamicContainer.dynamicContainer(
                how, Stream.of(starting, calling, ending).flatMap(tests -> tests));
    }
}
