package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How much a server that knows nothing of an account yet asks its API for, before the calls and lists of clients. */
class SchemaReadsIT {

    private static final int MOST_BEFORE_A_CALL = 4;
    private static final int MOST_AFTER_A_CALL = 4;
    private static final int MOST_BEFORE_A_LIST = 14;

    /** Calls that name one object or list, with much of what there is to know of it. */
    private static final Map<String, String> CALLS = Map.of(
            "create_a_attio_company", """
                    {'data':{'values':{'name':'Nine Elms','domains':['nine-elms.example'],'categories':['SaaS','B2B'],
                     'industry':'Logistics','employee_range':'11-50','estimated_arr_usd':'$1M-$10M'}}}""",
            "create_a_attio_deal", """
                    {'data':{'values':{'name':'Nine Elms','stage':'Lead','owner':'alice@sandbox.example','value':10,
                     'associated_company':'acme.com','associated_people':['wile@acme.com']}}}""",
            "create_a_attio_record", """
                    {'object':'projects','data':{'values':{'name':'Greenhouse','phase':'Running','tags':['Migration'],
                     'priority':'High','customer':'acme.com','lead':'bob@sandbox.example'}}}""",
            "list_all_attio_deals", """
                    {'filter':{'$and':[{'stage':'Lead'},{'path':[['deals','associated_company'],['companies','industry']],
                     'constraints':{'option':'Logistics'}}]},'sorts':[{'attribute':'value','direction':'desc'}]}""",
            "list_all_attio_entries", """
                    {'list':'enterprise_sales','filter':{'$and':[{'stage':'Proposal'},{'products':'Platform'},
                     {'path':[['enterprise_sales','parent_record'],['companies','name']],'constraints':{'value':'Acme'}}]}}""");

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void anEmptyJournal() {
        sandbox.reset();
    }

    @TestFactory
    Stream<DynamicTest> aCallThatNamesOneObjectOrListReadsLittleBeforeIt() {
        return CALLS.entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(call.getKey(), () -> {
                    sandbox.reset();
                    try (Connection server = server()) {
                        call(server, call.getKey(), call.getValue());
                        List<String> journal = sandbox.journal();
                        List<String> reads = journal.stream()
                                .takeWhile(SchemaReadsIT::changesNothing)
                                .toList();
                        assertThat(reads).hasSizeBetween(1, MOST_BEFORE_A_CALL);
                        assertThat(journal.get(reads.size()))
                                .as("the call itself")
                                .startsWith("POST /v2/");
                        assertThat(journal.subList(reads.size() + 1, journal.size()))
                                .as("what is read to say why nothing was found")
                                .hasSizeLessThanOrEqualTo(MOST_AFTER_A_CALL)
                                .allMatch(SchemaReadsIT::changesNothing);
                    }
                }));
    }

    @Test
    void theFirstListReadsLittleAndOneOfWhatIsKnownNothing() {
        try (Connection server = server()) {
            assertThat(list(server).required("tools")).isNotEmpty();
            List<String> first = sandbox.journal();
            assertThat(first)
                    .hasSizeBetween(1, MOST_BEFORE_A_LIST)
                    .allMatch(SchemaReadsIT::changesNothing)
                    .doesNotHaveDuplicates();

            List<String> known;
            JsonNode next;
            do {
                known = sandbox.journal();
                next = list(server);
            } while (isOfTheDescriptionAlone(next) || !sandbox.journal().equals(known));
        }
    }

    @Test
    void whatIsKnownIsNotReadAgain() {
        String tool = "list_all_attio_entries";
        try (Connection server = server()) {
            JsonNode result;
            do {
                result = call(server, tool, CALLS.get(tool));
            } while (isOfTheDescriptionAlone(result));
            sandbox.reset();

            call(server, tool, CALLS.get(tool));

            assertThat(sandbox.journal()).containsExactly("POST /v2/lists/enterprise_sales/entries/query");
        }
    }

    private static Connection server() {
        return new Server("kernel", "http").connect(sandbox.baseUrl(), sandbox.credential());
    }

    private static JsonNode call(Connection server, String tool, String arguments) {
        ObjectNode read = (ObjectNode) Json.parse(arguments.replace('\'', '"'));
        ToolAnswer answer = server.rpc().call(tool, read);
        assertThat(answer.failed()).as(answer.message().toString()).isFalse();
        return answer.message().required("result");
    }

    private static JsonNode list(Connection server) {
        return server.rpc().result("tools/list", Json.object());
    }

    /** Whether something of the account was not known; on a slow machine it is the next time. */
    private static boolean isOfTheDescriptionAlone(JsonNode result) {
        return result.at("/_meta/dev.toolsmith~1schema").isObject();
    }

    private static boolean changesNothing(String request) {
        return request.startsWith("GET ");
    }
}
