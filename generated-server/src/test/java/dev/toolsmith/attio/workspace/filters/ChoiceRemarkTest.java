package dev.toolsmith.attio.workspace.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.AttioTools;
import dev.toolsmith.attio.workspace.AttioWorkspaces;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
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

/** What is said of queries that find nothing, because nothing has the status or the option that they ask for. */
class ChoiceRemarkTest {

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
