package dev.toolsmith.attio.workspace.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.AttioTools;
import dev.toolsmith.attio.workspace.AttioWorkspaces;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.upstream.ApiEndpoint;
import dev.toolsmith.runtime.upstream.OwnAccounts;
import dev.toolsmith.runtime.upstream.Secret;
import dev.toolsmith.runtime.upstream.UpstreamCaller;
import dev.toolsmith.runtime.upstream.UpstreamSettings;
import dev.toolsmith.sandbox.AttioSandbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of queries that find nothing, because nothing can equal what they ask for. */
class FilterRemarkTest {

    private static AttioSandbox sandbox;
    private static UpstreamCaller caller;

    @BeforeAll
    static void start() {
        sandbox = AttioSandbox.start(0);
        BundleTools tools = BundleTools.of(List.of(new AttioTools()), ToolSelection.everything());
        ApiEndpoint endpoint =
                new ApiEndpoint(sandbox.baseUri(), () -> Optional.of(Secret.of(sandbox.token())), Optional.empty());
        caller = UpstreamCaller.of(
                tools,
                UpstreamSettings.of("attio", endpoint, "test/1"),
                new OwnAccounts(List.of(new AttioWorkspaces()), () -> {}, fault -> {
                    throw new AssertionError(fault);
                }));
    }

    @AfterAll
    static void stop() {
        caller.close();
        sandbox.close();
    }

    private static String answer(String tool, String arguments) {
        ToolCall call = new ToolCall(
                tool,
                arguments.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                CallOrigin.UNKNOWN,
                new CompletableFuture<>());
        ToolResult result = caller.call(call).orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(result.isError()).as(arguments).isFalse();
        return new String(result.text(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list_all_attio_deals|{'filter':{'stage':'In Progres'}}"
                        + "|/filter/stage: 'In Progres' is no status of Deal stage, so nothing has it. Did you mean"
                        + " 'In Progress'? There are: 'Lead', 'In Progress', ",
                "list_all_attio_deals|{'filter':{'stage':{'$eq':'lost'}}}"
                        + "|/filter/stage/$eq: 'lost' is no status of Deal stage, so nothing has it. Did you mean 'Lost'?",
                "list_all_attio_companies|{'filter':{'$and':[{'name':'Acme'},{'employee_range':{'option':{'$in':['1-10','many']}}}]}}"
                        + "|/filter/$and/1/employee_range/option/$in/1: 'many' is no option of Employee range, so nothing has"
                        + " it. There are: '1-10', ",
                "list_all_attio_entries|{'list':'enterprise_sales','filter':{'stage':'Discvery'},'view':'compact'}"
                        + "|/filter/stage: 'Discvery' is no status of Stage, so nothing has it. Did you mean 'Discovery'?",
            })
    void aTitleThatThereIsNotIsSaidToBeNone(String tool, String arguments, String words) {
        assertThat(answer(tool, arguments))
                .startsWith("{\"data\":[],\"note\":\"")
                .endsWith("\"}")
                .contains(words.replace("'", "\\\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'owner':'alice@sandbox.example'}"
                        + "|/filter/owner: Deal owner is compared with a member's id, so nothing has"
                        + " 'alice@sandbox.example'. Use ",
                "{'owner':{'$eq':'Alice Adams'}}|/filter/owner/$eq: Deal owner is compared with a member's id",
                "{'owner':{'referenced_actor_type':'workspace-member','referenced_actor_id':'alise@sandbox.example'}}"
                        + "|/filter/owner/referenced_actor_id: Deal owner is compared with a member's id, so nothing has"
                        + " 'alise@sandbox.example'. Did you mean 'alice@sandbox.example'? Use ",
                "{'associated_company':'acme.com'}"
                        + "|/filter/associated_company: Associated company is compared with the id of a record, so nothing"
                        + " has 'acme.com'. Use ",
                "{'associated_company':{'target_object':'companies','target_record_id':'Acme'}}"
                        + "|/filter/associated_company/target_record_id: Associated company is compared with the id of a"
                        + " record, so nothing has 'Acme'. Use ",
                "{'associated_people':'wile@acme.com'}|/filter/associated_people: Associated people is compared with the id",
            })
    void aConditionThatFindsWhatWasMeantIsTold(String filter, String words) {
        String answer = answer("list_all_attio_deals", "{'filter':" + filter + "}");
        assertThat(answer).contains(words.replace("'", "\\\"").replace("member\\\"s", "member's"));
        String note = JsonTree.read(answer.getBytes(StandardCharsets.UTF_8))
                .path("note")
                .asString();
        String told = note.substring(note.indexOf("Use ") + 4, note.length() - 1);

        assertThat(answer("list_all_attio_deals", "{'filter':" + told + "}"))
                .contains("\"record_id\"")
                .contains(filter.contains("owner") ? "Globex renewal" : "D-1001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list_all_attio_deals|{'filter':{'owner':'nobody'}}"
                        + "|It takes {'owner': {'referenced_actor_type': 'workspace-member', 'referenced_actor_id': '<UUID>'}}.",
                "list_all_attio_deals|{'filter':{'owner':'6f2c61a5-0000-4000-8000-000000000000'}}"
                        + "|'6f2c61a5-0000-4000-8000-000000000000' is the id of no member of this workspace.",
                "list_all_attio_deals|{'filter':{'associated_company':{'target_object':'company'}}}"
                        + "|/filter/associated_company/target_object: 'company' is no object of this workspace, so nothing"
                        + " has it. Did you mean 'companies'?",
                "list_all_attio_entries|{'list':'enterprise_sales','filter':{'parent_record':'stark.com'}}"
                        + "|Use {'path': [['enterprise_sales', 'parent_record'], ['companies', 'domains']], 'constraints':"
                        + " {'domain': 'stark.com'}}.",
                "list_all_attio_tasks|{'assignee':'bbo@sandbox.example'}"
                        + "|/assignee: 'bbo@sandbox.example' is neither the e-mail address nor the id of a member of this"
                        + " workspace. Did you mean 'bob@sandbox.example'?",
                "list_all_attio_tasks|{'assignee':'Bob Brown'}|Did you mean 'bob@sandbox.example'?",
            })
    void whatNobodyAndNoRecordIsIsSaid(String tool, String arguments, String words) {
        assertThat(answer(tool, arguments))
                .startsWith("{\"data\":[],\"note\":\"")
                .contains(words.replace("'", "\\\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list_all_attio_deals|{'filter':{'name':'No such','owner':{'referenced_actor_type':'workspace-member'}}}",
                "list_all_attio_deals|{'filter':{'associated_company':'6f2c61a5-0000-4000-8000-000000000000'}}",
                "list_all_attio_tasks|{'assignee':'dave@sandbox.example'}",
                "list_all_attio_tasks|{'is_completed':true,'assignee':'carol@sandbox.example'}",
            })
    void nothingIsSaidOfMembersAndRecordsThatThereMayBe(String tool, String arguments) {
        assertThat(answer(tool, arguments)).doesNotContain("\"note\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'filter':{'stage':'Lost','name':'Nobody has this name'}}",
                "{'filter':{'name':'Nobody has this name'}}",
                "{'filter':{'$or':[{'stage':'Wun'},{'name':{'$not_empty':true}}]}}",
                "{}"
            })
    void nothingIsSaidWhereTheFilterCouldFindSomething(String arguments) {
        assertThat(answer("list_all_attio_deals", arguments)).doesNotContain("\"note\"");
    }
}
