package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the product does with arguments before anything is sent. */
class ArgumentsIT {

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
    Stream<DynamicContainer> refusesWrongArgumentsWithoutSendingAnything() {
        return Server.all().stream().map(ArgumentsIT::refusals);
    }

    private static DynamicContainer refusals(Server server) {
        Stream<DynamicTest> starting = Stream.of(DynamicTest.dynamicTest("starts", () -> {
            sandbox.reset();
            assertThat(connections.to(server).tools()).isNotEmpty();
        }));
        Stream<DynamicTest> refusing = RefusedCall.all().stream()
                .map(call -> DynamicTest.dynamicTest(call.toString(), () -> refuses(connections.to(server), call)));
        Stream<DynamicTest> ending = Stream.of(DynamicTest.dynamicTest(
                "nothing has arrived", () -> assertThat(sandbox.journal()).isEmpty()));
        return DynamicContainer.dynamicContainer(
                server.toString(), Stream.of(starting, refusing, ending).flatMap(tests -> tests));
    }

    private static void refuses(Rpc rpc, RefusedCall call) {
        int before = upstream.count();
        ToolAnswer answer = rpc.call(call.tool(), call.arguments());
        assertThat(answer.toolFailed()).as("%s -> %s", call, answer.message()).isTrue();
        assertThat(answer.text().toLowerCase(Locale.ROOT))
                .as(call.toString())
                .contains(call.says().stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(upstream.count()).as("nothing was sent for %s", call).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void nullsThatTheApiWantsAreSentAsNulls(Server server) {
        String task = """
                {"data": {"content": "Ring back", "format": "plaintext", "deadline_at": null, "is_completed": false,
                          "linked_records": [], "assignees": []}}""";
        assertThat(sentBy(server, "create_a_attio_task", task)).isEqualTo(Json.parse(task));
        String webhook = """
                {"data": {"target_url": "https://a.example/hook",
                          "subscriptions": [{"event_type": "note.created", "filter": null}]}}""";
        assertThat(sentBy(server, "create_a_attio_webhook", webhook)).isEqualTo(Json.parse(webhook));
        String cleared = """
                {"data": {"values": {"domains": ["nulls.example"], "description": null}}}""";
        assertThat(sentBy(server, "create_a_attio_company", cleared)).isEqualTo(Json.parse(cleared));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anAttributeTakesABareValueAndAnArrayAndBothAreSentAsTheyCame(Server server) {
        String bare = """
                {"data": {"values": {"name": "Bare", "description": "A bare value"}}}""";
        String arrays = """
                {"data": {"values": {"domains": ["arrays.example"], "name": ["Arrays"]}}}""";
        String objects = """
                {"data": {"values": {"domains": [{"domain": "objects.example"}], "name": {"value": "Objects"}}}}""";
        for (String data : List.of(bare, arrays, objects)) {
            assertThat(sentBy(server, "create_a_attio_company", data)).isEqualTo(Json.parse(data));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aRecordMayBeLinkedByAnyUniqueAttribute(Server server) {
        sandbox.reset();
        String task = """
                {"data": {"content": "Ring Ada", "format": "plaintext", "deadline_at": null, "is_completed": false,
                          "linked_records": [{"target_object": "people", "email_addresses": [{"email_address": "a@b.co"}]}],
                          "assignees": []}}""";
        assertThat(sentBy(server, "create_a_attio_task", task)).isEqualTo(Json.parse(task));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aToolThatDoesNotExistIsRefused(Server server) {
        int before = upstream.count();
        ToolAnswer answer = connections.to(server).call("attio_companies_asert", Json.object());
        assertThat(answer.failed()).isTrue();
        assertThat(answer.message().toString()).contains("attio_companies_asert");
        assertThat(upstream.count()).isEqualTo(before);
    }

    static List<Server> servers() {
        return Server.all();
    }

    /** The body of the one request that a call makes. */
    private static JsonNode sentBy(Server server, String tool, String arguments) {
        int before = upstream.count();
        ToolAnswer answer = connections.to(server).call(tool, Json.parse(arguments));
        List<Exchange> sent = upstream.exchanges().subList(before, upstream.count());
        assertThat(sent).as(answer.message().toString()).hasSize(1);
        return sent.get(0).json().orElseThrow();
    }
}
