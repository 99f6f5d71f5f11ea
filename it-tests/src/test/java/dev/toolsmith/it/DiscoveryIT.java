package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A client that has only the three tools of discovery, before the real server and a sandbox. */
class DiscoveryIT {

    private static final int FIRST = 3;
    private static final double LEAST_SHARE = 0.95;
    private static final String PHRASES =
            "generated-server/src/test/resources/dev/toolsmith/attio/discovery/phrases.tsv";
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

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

    static List<Server> servers() {
        return Server.all();
    }

    private static Connection connect(Server server) {
        Map<String, String> environment = new HashMap<>(sandbox.credential());
        environment.put("TOOLSMITH_EXPOSURE", "discovery");
        return server.connect(upstream.baseUrl(), environment);
    }

    private static Map<String, List<String>> phrasesByTool() {
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        try {
            for (String row : Files.readAllLines(Product.repository().resolve(PHRASES))) {
                String[] cells = row.split("\t", -1);
                phrases.computeIfAbsent(cells[1], tool -> new ArrayList<>()).add(cells[0]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return phrases;
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aSentenceBecomesTheRightCallInThreeSteps(Server server) {
        sandbox.reset();
        try (Connection connection = connect(server)) {
            assertThat(connection.rpc().tools())
                    .extracting(tool -> tool.required("name").asString())
                    .containsExactlyInAnyOrder("search_tools", "get_tool_schema", "call_tool");
            ThreeTools client = new ThreeTools(connection.rpc());
            String acme = recordOf("acme.com");

            List<String> found = client.found("add the Acme record to the Enterprise Sales list at Discovery", FIRST);
            assertThat(found).contains("attio_entries_assert");
            JsonNode schema = client.schema("attio_entries_assert");
            ObjectNode arguments = Json.object().put("list", "enterprise_sales");
            arguments
                    .putObject("data")
                    .put("parent_object", "companies")
                    .put("parent_record_id", acme)
                    .putObject("entry_values")
                    .put("stage", "Discovery");
            assertThat(misfits(schema, arguments)).isEmpty();
            ToolAnswer made = client.call("attio_entries_assert", arguments);

            assertThat(made.string("/data/parent_record_id")).isEqualTo(acme);
            assertThat(made.string("/data/entry_values/stage/0/status/title")).isEqualTo("Discovery");
        }
    }

    @Test
    void everyPhraseLeadsToItsCallAndEveryToolCanBeCalled() {
        sandbox.reset();
        Map<String, List<String>> phrases = phrasesByTool();
        int asked = phrases.values().stream().mapToInt(List::size).sum();
        List<String> misses = new ArrayList<>();
        try (Connection connection = connect(new Server("kernel", "stdio"))) {
            ThreeTools client = new ThreeTools(connection.rpc());
            CallSequence sequence = CallSequence.over(client.asIfListed(), upstream);
            for (ValidCall call : ValidCall.table()) {
                List<String> asking = phrases.getOrDefault(call.tool(), List.of());
                phrases.remove(call.tool());
                for (String phrase : asking) {
                    List<String> found = client.found(phrase, FIRST);
                    if (!found.contains(call.tool())) {
                        misses.add(phrase + ": " + call.tool() + " is not among " + found);
                    }
                }
                JsonNode schema = client.schema(call.tool());
                CallSequence.Made made = sequence.make(call);
                assertThat(misfits(schema, made.arguments()))
                        .as("%s %s", call.tool(), made.arguments())
                        .isEmpty();
                assertThat(made.answer().failed())
                        .as("%s %s", made.arguments(), made.answer().message())
                        .isFalse();
                assertThat(made.exchanges())
                        .as(call.tool())
                        .anyMatch(exchange -> exchange.method()
                                .equals(ToolFact.of(call.tool()).method()));
            }
            assertThat(client.mostOfSearch()).isLessThan(1_200);
            assertThat(client.mostOfSchema()).isLessThan(3_000);
        }
        assertThat(phrases).as("phrases for tools that the table does not call").isEmpty();
        assertThat(asked).isGreaterThanOrEqualTo(60);
        assertThat(1.0 - (double) misses.size() / asked)
                .as(String.join("\n", misses))
                .isGreaterThanOrEqualTo(LEAST_SHARE);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatIsListedUpFrontIsSmallAndAToolBehindItIsUnknown(Server server) {
        try (Connection connection = connect(server)) {
            StringBuilder all = new StringBuilder();
            connection.rpc().tools().forEach(all::append);
            JsonNode refused = Waiting.on(
                    connection
                            .rpc()
                            .send("tools/call", Json.parse("{\"name\":\"list_all_attio_lists\",\"arguments\":{}}")),
                    "the refusal");

            assertThat(ThreeTools.tokens(all.toString())).isLessThan(1_000);
            assertThat(refused.at("/error/code").asInt()).as(refused.toString()).isEqualTo(-32602);
        }
    }

    @Test
    void aSearchThatAsksForTheMostStaysSmall() {
        try (Connection connection = connect(new Server("kernel", "stdio"))) {
            ThreeTools client = new ThreeTools(connection.rpc());

            assertThat(client.found("create, change, list or delete records, entries, notes and tasks", 20))
                    .hasSizeGreaterThan(12);
            assertThat(client.mostOfSearch()).isLessThan(1_200);
        }
    }

    private static List<String> misfits(JsonNode schema, JsonNode arguments) {
        return REGISTRY.getSchema(schema).validate(arguments).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private static String recordOf(String domain) {
        String body = "{\"filter\":{\"domains\":\"" + domain + "\"}}";
        return sandbox.post("/v2/objects/companies/records/query", body)
                .at("/data/0/id/record_id")
                .asString();
    }
}
