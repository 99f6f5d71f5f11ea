package dev.toolsmith.runtime.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.tool.UnknownToolException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class DiscoveryToolsTest {

    private static final Encoding O200K = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    private static final String BY_ID =
            "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}},\"required\":[\"id\"]}";
    private static final String DATA = "{\"type\":\"object\",\"properties\":{\"data\":{\"type\":\"object\","
            + "\"properties\":{\"deadline_at\":{\"type\":\"string\"}}},\"note\":{}},\"required\":[\"data\",\"note\"]}";

    private final ListOfTools offered = new ListOfTools()
            .with("create_a_crm_task", "create", "tasks", "Create a task and return it.", DATA)
            .with("delete_a_crm_task", "delete", "tasks", "Delete one task for good.", BY_ID)
            .with("get_single_crm_company", "get", "companies", "Fetch one company.", BY_ID)
            .with("list_all_crm_companies", "list", "companies", "List companies by filter.", "{}")
            .with("list_all_crm_lists", "list", "lists", "List every list, with slug and name.", "{}");

    private final List<ToolCall> sent = new ArrayList<>();
    private ToolResult answer = ToolResult.of("{\"done\":true}".getBytes(StandardCharsets.UTF_8));
    private final SearchWords words = new SearchWords(Map.of("pipeline", List.of("list")));
    private final DiscoveryTools tools = new DiscoveryTools(offered, this::carryOut, new ToolSearch(() -> words));

    private CompletableFuture<ToolResult> carryOut(ToolCall call) {
        sent.add(call);
        boolean known = offered.tools().stream().anyMatch(tool -> tool.name().equals(call.name()));
        return known
                ? CompletableFuture.completedFuture(answer)
                : CompletableFuture.failedFuture(new UnknownToolException(call.name(), Optional.empty()));
    }

    private static ToolCall made(String tool, String arguments) {
        return new ToolCall(
                tool, arguments.getBytes(StandardCharsets.UTF_8), CallOrigin.UNKNOWN, new CompletableFuture<>());
    }

    private ToolResult call(String tool, String arguments) {
        return tools.call(made(tool, arguments)).join();
    }

    private String text(String tool, String arguments) {
        return new String(call(tool, arguments).text(), StandardCharsets.UTF_8);
    }

    private List<String> found(String query) {
        return names(call("search_tools", "{\"query\":\"" + query + "\"}"));
    }

    private static List<String> names(ToolResult result) {
        assertThat(result.isError())
                .as(new String(result.text(), StandardCharsets.UTF_8))
                .isFalse();
        List<String> names = new ArrayList<>();
        JsonTree.read(result.text())
                .path("tools")
                .forEach(tool -> names.add(tool.path("name").asString()));
        return names;
    }

    private String listed(String name) {
        for (ToolDescriptor tool : tools.tools()) {
            if (tool.name().equals(name)) {
                ListedTool one = tools.listed(tool);
                return new String(one.bytes(), one.offset(), one.length(), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("not listed: " + name);
    }

    @Test
    void threeToolsAreListedInPlaceOfAll() {
        ListedTool listing = tools.listing();
        String all = new String(listing.bytes(), listing.offset(), listing.length(), StandardCharsets.UTF_8);

        assertThat(tools.tools())
                .extracting(ToolDescriptor::name)
                .containsExactly("call_tool", "get_tool_schema", "search_tools");
        assertThat(all)
                .contains("There are 5 tools, for: companies, lists, tasks.")
                .doesNotContain("crm");
        assertThat(O200K.countTokensOrdinary(all)).isLessThan(1_000);
        for (JsonNode tool : JsonTree.read(("[" + all + "]").getBytes(StandardCharsets.UTF_8))) {
            assertThat(tool.at("/inputSchema/type").asString()).isEqualTo("object");
        }
    }

    @Test
    void theToolThatCallsOthersSaysWhatTheWorstOfThemMayDo() {
        assertThat(listed("call_tool")).contains("\"readOnlyHint\":false,\"destructiveHint\":true");
        offered.without("create_a_crm_task");
        offered.without("delete_a_crm_task");
        assertThat(listed("call_tool")).contains("\"readOnlyHint\":true,\"destructiveHint\":false");
        assertThat(listed("search_tools")).contains("\"readOnlyHint\":true");
    }

    @Test
    void whereNothingIsOfferedNothingIsListed() {
        offered.tools().forEach(tool -> offered.without(tool.name()));

        assertThat(tools.tools()).isEmpty();
        assertThat(tools.listing().length()).isZero();
        assertThat(call("search_tools", "{\"query\":\"tasks\"}").isError()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "add a task!create_a_crm_task",
                "delete tasks!delete_a_crm_task",
                "find companies!list_all_crm_companies",
                "which pipelines are there?!list_all_crm_lists",
                "delete_crm_task!delete_a_crm_task",
                "list companys!list_all_crm_companies",
                "rename the lists!list_all_crm_lists",
                "list lists!list_all_crm_lists",
                "the deadline of things!create_a_crm_task",
            })
    void aSearchUnderstandsWordsPluralsNamesAndArguments(String query, String first) {
        assertThat(found(query)).startsWith(first);
    }

    @Test
    void asManyToolsAreToldAsWereAskedFor() {
        assertThat(names(call("search_tools", "{\"query\":\"crm\",\"limit\":2}")))
                .hasSize(2);
        assertThat(names(call("search_tools", "{\"query\":\"crm\"}"))).hasSize(5);
    }

    @Test
    void aSearchTellsWhatAToolDoesAndNeeds() {
        assertThat(text("search_tools", "{\"query\":\"add a task\",\"limit\":1}"))
                .isEqualTo(
                        "{\"tools\":[{\"name\":\"create_a_crm_task\",\"description\":\"Create a task and return it.\","
                                + "\"required\":\"data, note\",\"readOnly\":false}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zzz !!! the | zzz",
                "create an invoice | invoice",
                "list Slack channels | slack, channel",
            })
    void whatFitsNothingIsSaidToFitNothing(String query, String unknown) {
        ToolResult result = call("search_tools", "{\"query\":\"" + query + "\"}");

        assertThat(result.isError()).isTrue();
        assertThat(result.code()).isEqualTo("no_tool_found");
        assertThat(new String(result.text(), StandardCharsets.UTF_8))
                .isEqualTo("No tool fits: none knows " + unknown + ". There are tools for: companies, lists, tasks."
                        + " Say what is to be done to one of these, such as \"list tasks\".");
    }

    @Test
    void whatToolsOnlyMentionIsSaidToBeMentioned() {
        assertThat(text("search_tools", "{\"query\":\"change the deadline of Friday\",\"limit\":1}"))
                .startsWith("{\"tools\":[{\"name\":\"create_a_crm_task\",")
                .endsWith("],\"note\":\"No tool is named after this. These mention: deadline.\"}");
        assertThat(text("search_tools", "{\"query\":\"the deadline of a task\"}"))
                .doesNotContain("\"note\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delete a company | No tool here deletes companies by name. Those that do it to others: delete_a_crm_task.",
                "merge two companies | No tool here merges companies.",
                "please add a list | No tool here creates lists by name. Those that do it to others: create_a_crm_task.",
            })
    void whatNoToolDoesToAThingIsSaidAndItsContraryNotToldFirst(String query, String note) {
        ToolResult result = call("search_tools", "{\"query\":\"" + query + "\"}");

        assertThat(JsonTree.read(result.text()).path("note").asString("")).isEqualTo(note);
        assertThat(names(result).get(0)).doesNotStartWith(query.contains("add") ? "delete" : "create");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete a task", "add a task", "list companies", "the lists", "delete", "create an offer"})
    void nothingIsSaidToBeMissingWhereAToolDoesItOrNothingIsNamed(String query) {
        assertThat(text("search_tools", "{\"query\":\"" + query + "\"}")).doesNotContain("No tool here");
    }

    @Test
    void aNameIsCloseToNoToolThatOnlyDoesTheSame() {
        assertThat(text("get_tool_schema", "{\"tool_names\":[\"create_invoice\"]}"))
                .isEqualTo("There is no tool \"create_invoice\". search_tools finds tools by what is to be done.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\\"", "\\\\", "AND OR NOT (", "name:*", "*", "~", "\\u0000", "\\ud83d\\ude00", "\\\"tasks\\\""
            })
    void nothingInAQueryIsAnythingButWords(String query) {
        assertThat(call("search_tools", "{\"query\":\"" + query + "\"}").code()).isIn("", "no_tool_found");
    }

    @Test
    void aQueryOfAnyLengthIsAnswered() {
        assertThat(found("task " + "pipelines and such ".repeat(5_000))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u201C", "\u00AB", "\\\"", "\u201C\u201D\u00AB", "a-", "."})
    @Timeout(10)
    void aQueryOfManySignsTakesNoTime(String sign) {
        assertThat(call("search_tools", "{\"query\":\"tasks " + sign.repeat(500_000) + "\"}")
                        .code())
                .isIn("", "no_tool_found");
    }

    @Test
    void aQueryIsReadNoFurtherThanAThousandCharacters() {
        assertThat(found("tasks" + " ".repeat(994) + "companies")).doesNotContain("list_all_crm_companies");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u201C"})
    @Timeout(10)
    void aNameLongerThanAnyIsRefusedBeforeItIsLookedFor(String sign) {
        String name = sign.repeat(500_000);

        for (ToolResult result : List.of(
                call("call_tool", "{\"tool_name\":\"" + name + "\"}"),
                call("get_tool_schema", "{\"tool_names\":[\"list_all_crm_lists\",\"" + name + "\"]}"))) {
            assertThat(result.code()).isEqualTo("invalid_arguments");
            assertThat(new String(result.text(), StandardCharsets.UTF_8))
                    .contains("a name of more than 1000 characters")
                    .hasSizeLessThan(300);
        }
        assertThat(sent).isEmpty();
    }

    @Test
    void aChangedListIsSearchedAnew() {
        assertThat(found("delete")).startsWith("delete_a_crm_task");
        offered.without("delete_a_crm_task");
        assertThat(names(call("search_tools", "{\"query\":\"delete task\"}"))).doesNotContain("delete_a_crm_task");
        offered.with("erase_a_crm_task", "delete", "tasks", "Take a task away.", BY_ID);
        assertThat(found("delete task")).startsWith("erase_a_crm_task");
    }

    @Test
    void theAccountsOwnWordsAreFoundAndItsSchemasTold() {
        offered.seenByTheAccountAs("list_all_crm_companies", "by filter", "by filter or warehouse")
                .telling("{\"dev.toolsmith/schema\":{\"used\":\"published\"}}");

        assertThat(found("warehouse")).containsExactly("list_all_crm_companies");
        ToolResult told = call("get_tool_schema", "{\"tool_names\":[\"list_all_crm_companies\"]}");
        assertThat(new String(told.text(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"tools\":[{\"name\":\"list_all_crm_companies\",\"description\":\"List companies by filter or"
                                + " warehouse.\",\"inputSchema\":{},\"annotations\":{\"readOnlyHint\":true}}]}");
        assertThat(told.meta())
                .hasValueSatisfying(meta ->
                        assertThat(new String(meta, StandardCharsets.UTF_8)).contains("published"));
    }

    @Test
    void aNameThatIsWrongAmongOthersIsToldOf() {
        JsonNode told = JsonTree.read(
                call("get_tool_schema", "{\"tool_names\":[\"list_all_crm_lists\",\"list_crm_companies\"]}")
                        .text());

        assertThat(told.at("/tools/0/name").asString()).isEqualTo("list_all_crm_lists");
        assertThat(told.at("/unknown/0").asString())
                .startsWith("There is no tool \"list_crm_companies\". Close to it: list_all_crm_companies");
    }

    @Test
    void namesThatAreAllWrongAreAFailure() {
        ToolResult told = call("get_tool_schema", "{\"tool_names\":[\"task_creator\"]}");

        assertThat(told.isError()).isTrue();
        assertThat(told.code()).isEqualTo("unknown_tool");
        assertThat(new String(told.text(), StandardCharsets.UTF_8))
                .contains("create_a_crm_task", "search_tools finds tools by what is to be done.");
    }

    @Test
    void schemasThatAreTooLongTogetherAreToldOneByOne() {
        String large = "{\"type\":\"object\",\"description\":\"" + "many words ".repeat(500) + "\"}";
        offered.with("a_large", "get", "l", "One.", large).with("b_large", "get", "l", "Two.", large);

        JsonNode told = JsonTree.read(
                call("get_tool_schema", "{\"tool_names\":[\"a_large\",\"b_large\",\"list_all_crm_lists\"]}")
                        .text());

        assertThat(told.path("tools")).hasSize(2);
        assertThat(told.at("/tools/1/name").asString()).isEqualTo("list_all_crm_lists");
        assertThat(told.at("/too_long_ask_again_for/0").asString()).isEqualTo("b_large");
        assertThat(O200K.countTokensOrdinary(JsonTree.text(told))).isLessThan(3_000);
    }

    @Test
    void aCallIsHandedOnAsACallOfTheToolThatIsMeant() {
        ToolCall call = made(
                "call_tool",
                "{ \"arguments\" : {\"data\": {\"n\":1.50, \"é\":\"\\u00e9\"}} , \"tool_name\":\"create_a_crm_task\"}");

        assertThat(tools.call(call).join()).isSameAs(answer);
        assertThat(sent).singleElement().satisfies(handed -> {
            assertThat(handed.name()).isEqualTo("create_a_crm_task");
            assertThat(new String(handed.arguments(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"data\": {\"n\":1.50, \"é\":\"\\u00e9\"}}");
            assertThat(handed.origin()).isSameAs(call.origin());
            assertThat(handed.cancelled()).isSameAs(call.cancelled());
            assertThat(handed.client()).isSameAs(call.client());
        });
    }

    @Test
    void aCallWithoutArgumentsHasNone() {
        answer = ToolResult.failure("the API said no");

        assertThat(call("call_tool", "{\"tool_name\":\"list_all_crm_lists\"}")).isSameAs(answer);
        assertThat(sent)
                .singleElement()
                .satisfies(handed -> assertThat(handed.arguments())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo("{}"));
    }

    @Test
    void aCallOfAToolThatThereIsNotNamesTheClosest() {
        ToolResult result = call("call_tool", "{\"tool_name\":\"delete_crm_tasks\",\"arguments\":{}}");

        assertThat(result.isError()).isTrue();
        assertThat(result.code()).isEqualTo("unknown_tool");
        assertThat(new String(result.text(), StandardCharsets.UTF_8))
                .startsWith("There is no tool \"delete_crm_tasks\". Close to it: delete_a_crm_task, ");
    }

    @Test
    void aToolBehindTheThreeCannotBeCalledByItself() {
        assertThatThrownBy(() -> call("list_all_crm_lists", "{}"))
                .hasRootCauseInstanceOf(UnknownToolException.class)
                .hasMessageContaining("Unknown tool: list_all_crm_lists. Tools are called by call_tool here: call it"
                        + " with tool_name \"list_all_crm_lists\".");
        assertThatThrownBy(() -> call("paint_a_crm_wall", "{}"))
                .hasMessageContaining("Unknown tool: paint_a_crm_wall. Tools are called by call_tool here: call it"
                        + " with tool_name \"paint_a_crm_wall\".");
        assertThatThrownBy(() -> call("serch_tools", "{}"))
                .hasMessageContaining("Unknown tool: serch_tools. Did you mean \"search_tools\"?");
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '|',
            value = {
                "search_tools!{}!\"query\" is needed, a text.",
                "search_tools!{\"query\":\" \"}!\"query\" is needed, a text.",
                "search_tools!{\"query\":\"a\",\"limit\":21}!\"limit\" is a whole number from 1 to 20.",
                "search_tools!{\"query\":\"a\",\"limit\":0}!\"limit\" is a whole number from 1 to 20.",
                "search_tools!{\"query\":\"a\",\"limit\":1.5}!\"limit\" is a whole number from 1 to 20.",
                "search_tools!{\"query\":\"a\",\"limit\":\"3\"}!\"limit\" is a whole number from 1 to 20.",
                "search_tools!{\"query\":\"a\",\"limt\":3}!there is no \"limt\". Did you mean \"limit\"?",
                "get_tool_schema!{}!\"tool_names\" is an array of 1 to 5 names, such as [\"a_tool\"].",
                "get_tool_schema!{\"tool_names\":\"x\"}!\"tool_names\" is an array of 1 to 5 names",
                "get_tool_schema!{\"tool_names\":[]}!\"tool_names\" is an array of 1 to 5 names",
                "get_tool_schema!{\"tool_names\":[1]}!\"tool_names\" is an array of 1 to 5 names",
                "get_tool_schema!{\"tool_names\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"]}!\"tool_names\" is an array",
                "call_tool!{\"arguments\":{}}!\"tool_name\" is needed, a text.",
                "call_tool!{\"tool_name\":\"a\",\"arguments\":\"{}\"}!\"arguments\" is an object, not a text that holds one.",
                "call_tool!{\"tool_name\":\"a\",\"arguments\":[]}!\"arguments\" is an object, not an array.",
                "call_tool!{\"tool_name\":\"a\",\"id\":1}!The arguments of the tool that is called stand under \"arguments\".",
            })
    void wrongArgumentsAreAnsweredWithWhatIsRight(String tool, String arguments, String problem) {
        ToolResult result = call(tool, arguments);

        assertThat(result.code()).isEqualTo("invalid_arguments");
        assertThat(new String(result.text(), StandardCharsets.UTF_8))
                .startsWith("The arguments of " + tool + " are not right: ")
                .contains(problem);
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"word and more words of it. ", "提醒我下周五给客户回电话。", "\\\"\\\\{}[]<>&;:_-+= "})
    void anAnswerStaysSmallHoweverMuchThereIsToTell(String words) {
        for (int i = 0; i < 40; i++) {
            offered.with("tool_number_" + i, "get", "things", "Gadget: " + words.repeat(40), BY_ID);
        }
        for (int limit = 1; limit <= 20; limit++) {
            ToolResult result = call("search_tools", "{\"query\":\"gadget\",\"limit\":" + limit + "}");

            assertThat(names(result)).hasSizeBetween(Math.min(limit, 12), limit);
            assertThat(O200K.countTokensOrdinary(new String(result.text(), StandardCharsets.UTF_8)))
                    .isLessThan(1_200);
        }
    }

    @Test
    void manySearchesAtOnceMakeOneIndex() {
        AtomicInteger asked = new AtomicInteger();
        ToolSearch search = new ToolSearch(() -> {
            asked.incrementAndGet();
            return words;
        });
        List<CompletableFuture<ToolResult>> results = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            DiscoveryTools each = new DiscoveryTools(offered, this::carryOut, search);
            results.add(each.call(made("search_tools", "{\"query\":\"pipelines\",\"limit\":1}")));
        }

        assertThat(results)
                .allSatisfy(result -> assertThat(names(result.join())).containsExactly("list_all_crm_lists"));
        assertThat(asked).hasValue(1);
    }

    @Test
    void anIndexThatIsBeingMadeHoldsUpNoOtherSearch() throws Exception {
        ToolSearch search = new ToolSearch(() -> words);
        SearchedList quick = listed(offered.tools());
        CountDownLatch isMade = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        SearchedList slow = listed(new SlowTools(offered.tools().subList(0, 4), isMade, mayGoOn));

        CompletableFuture<List<IndexedTool>> held = CompletableFuture.supplyAsync(
                () -> search.find(slow, "task", 1).tools(), each -> new Thread(each).start());
        try {
            assertThat(isMade.await(60, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<List<IndexedTool>> other = CompletableFuture.supplyAsync(
                    () -> search.find(quick, "task", 1).tools(), each -> new Thread(each).start());
            assertThat(other.get(30, TimeUnit.SECONDS)).hasSize(1);
            assertThat(held).isNotDone();
        } finally {
            mayGoOn.countDown();
        }

        assertThat(held.get(60, TimeUnit.SECONDS)).hasSize(1);
    }

    private SearchedList listed(List<ToolDescriptor> tools) {
        return new SearchedList(tools, offered.currentListing().join().tools());
    }

    /** A list that can be read once, and then only when it may be. */
    private static final class SlowTools extends AbstractList<ToolDescriptor> {

        private final List<ToolDescriptor> tools;
        private final CountDownLatch isMade;
        private final CountDownLatch mayGoOn;
        private final AtomicInteger begun = new AtomicInteger();

        SlowTools(List<ToolDescriptor> tools, CountDownLatch isMade, CountDownLatch mayGoOn) {
            this.tools = tools;
            this.isMade = isMade;
            this.mayGoOn = mayGoOn;
        }

        @Override
        public ToolDescriptor get(int index) {
            if (index == 0 && begun.incrementAndGet() > 1) {
                isMade.countDown();
                try {
                    mayGoOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return tools.get(index);
        }

        @Override
        public int size() {
            return tools.size();
        }
    }

    @Test
    void worksOnTheThreadsThatItIsGiven() {
        List<Runnable> tasks = new ArrayList<>();
        DiscoveryTools own = new DiscoveryTools(offered, this::carryOut, new ToolSearch(() -> words), tasks::add);

        CompletableFuture<ToolResult> result = own.call(made("search_tools", "{\"query\":\"pipelines\",\"limit\":1}"));

        assertThat(tasks).hasSize(1);
        assertThat(result).isNotDone();
        tasks.get(0).run();
        assertThat(names(result.join())).containsExactly("list_all_crm_lists");
    }
}
