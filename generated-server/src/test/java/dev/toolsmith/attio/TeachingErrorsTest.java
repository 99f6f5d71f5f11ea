package dev.toolsmith.attio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
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
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model is told of calls that Attio, or the workspace, does not take: each status has one shape. */
class TeachingErrorsTest {

    private static final String ID = "0a6d1b3e-5f0c-4d6e-9a53-0d3f6a1c2b4d";

    private HttpServer api;
    private volatile int status;
    private volatile String body = "";
    private volatile String granted = "";

    @BeforeEach
    void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", exchange -> {
            boolean self = exchange.getRequestURI().getPath().equals("/v2/self") && !granted.isEmpty();
            String answer = self ? "{\"active\":true,\"scope\":\"" + granted + "\"}" : body;
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            if (status == 429) {
                exchange.getResponseHeaders().add("Retry-After", "7");
            }
            exchange.sendResponseHeaders(self ? 200 : status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop(0);
    }

    private static ToolSelection only(String... names) {
        return new ToolSelection(List.of(), List.of(), List.of(names), List.of(), false);
    }

    private String refused(ToolSelection selection, String tool, String arguments) {
        return call(URI.create("http://127.0.0.1:" + api.getAddress().getPort()), "key-1", selection, tool, arguments);
    }

    private static String call(URI base, String token, ToolSelection selection, String tool, String arguments) {
        BundleTools tools = BundleTools.of(List.of(new AttioTools()), selection);
        UpstreamSettings settings = UpstreamSettings.of(
                "attio", new ApiEndpoint(base, () -> Optional.of(Secret.of(token)), Optional.empty()), "test/1");
        OwnAccounts accounts = new OwnAccounts(List.of(new AttioWorkspaces()), () -> {}, fault -> {});
        try (UpstreamCaller caller = UpstreamCaller.of(tools, settings, accounts)) {
            ToolCall call = new ToolCall(
                    tool,
                    arguments.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                    CallOrigin.UNKNOWN,
                    new CompletableFuture<>());
            ToolResult result =
                    caller.call(call).orTimeout(60, TimeUnit.SECONDS).join();
            assertThat(result.isError()).isTrue();
            return result.code() + "\n" + new String(result.text(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|refused_by_api|Attio refused the call: 400 some_code. Some words. Nothing was changed. Mend the arguments"
                        + " and call again.",
                "401|unauthorized|Attio refused the call: 401 some_code. Some words. The credential was refused: it is wrong,"
                        + " revoked or expired. Tell the operator of this server to renew it; calling again does not help.",
                "403|forbidden|Attio refused the call: 403 some_code. Some words. The credential is not allowed to do this."
                        + " This tool needs the scopes note:read, object_configuration:read, record_permission:read."
                        + " Tell the operator of this server to grant what is missing.",
                "404|not_found|Attio refused the call: 404 some_code. Some words. What the arguments name does not exist, or is"
                        + " hidden from this credential. Check ids and slugs, for instance with list_all_attio_notes.",
                "409|conflict|Attio refused the call: 409 some_code. Some words. It conflicts with what is there."
                        + " Read the present state, then change the arguments.",
                "429|rate_limited|Attio refused the call for too many calls: 429 some_code. Some words. Nothing was done."
                        + " Wait 7 seconds, then call again with the same arguments.",
                "500|upstream_error|Attio refused the call: 500 some_code. Some words. The fault is on its side. Try again"
                        + " later.",
                "502|upstream_error|Attio refused the call: 502 some_code. Some words. The fault is on its side. Try again"
                        + " later.",
                "503|upstream_error|Attio refused the call: 503 some_code. Some words. The fault is on its side. Try again"
                        + " later."
            })
    void eachStatusHasOneShape(int answered, String code, String words) {
        status = answered;
        body = "{\"status_code\":" + answered + ",\"type\":\"t\",\"code\":\"some_code\",\"message\":\"Some words.\"}";

        assertThat(refused(ToolSelection.everything(), "get_single_attio_note_by_id", "{'note_id':'" + ID + "'}"))
                .isEqualTo(code + "\n" + words);
    }

    @Test
    void aMissingScopeIsNamedByWhatTheTokenHas() {
        status = 403;
        body = "{\"message\":\"Forbidden.\"}";
        granted = "note:read object_configuration:read-write";

        assertThat(refused(ToolSelection.everything(), "get_single_attio_note_by_id", "{'note_id':'" + ID + "'}"))
                .endsWith("grant what is missing. Missing: record_permission:read.");
    }

    @Test
    void aRefusalThatIsForNoScopeIsSaidToBeForAnotherReason() {
        status = 403;
        body = "{\"message\":\"Forbidden.\"}";
        granted = "note:read-write object_configuration:read record_permission:read";

        assertThat(refused(
                        only("get_single_attio_note_by_id"), "get_single_attio_note_by_id", "{'note_id':'" + ID + "'}"))
                .endsWith(" It has these, so it is no scope that is missing: its user, or the plan, may not do this.");
    }

    @Test
    void aConflictSendsToTheToolThatWritesToWhatIsThere() {
        status = 409;
        body = "{\"message\":\"Taken.\"}";
        String arguments = "{'data':{'values':{'name':'Acme'}}}";

        assertThat(refused(ToolSelection.everything(), "create_a_attio_company", arguments))
                .endsWith("change the arguments. To change what is there use attio_companies_assert.");
        assertThat(refused(only("create_a_attio_company"), "create_a_attio_company", arguments))
                .endsWith("Read the present state, then change the arguments.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "get_single_attio_attribute_by_id|{'target':'objects','identifier':'companies','attribute':'colour'}"
                        + "|There is no attribute 'colour' on companies.|list_all_attio_attributes",
                "get_single_attio_attribute_by_id|{'target':'objects','identifier':'companies','attribute':'notes'}"
                        + "|Cannot find attribute with slug/ID 'notes'.|list_all_attio_attributes",
                "list_all_attio_entries|{'list':'people'}|There is no list 'people'.|list_all_attio_lists",
            })
    void theToolThatListsWhatIsMissingIsNamedWhateverElseIsSpokenOf(
            String tool, String arguments, String said, String lister) {
        status = 404;
        body = "{\"message\":\"" + said.replace("'", "\\\"") + "\"}";

        assertThat(refused(ToolSelection.everything(), tool, arguments))
                .startsWith("not_found\n")
                .endsWith("for instance with " + lister + ".");
    }

    @Test
    void toolsThatAreNotOfferedAreNotNamed() {
        status = 404;
        body = "{\"message\":\"Gone.\"}";

        assertThat(refused(
                        only("get_single_attio_note_by_id"), "get_single_attio_note_by_id", "{'note_id':'" + ID + "'}"))
                .endsWith("Check ids and slugs, for instance with a list tool.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create_a_attio_company|{'data':{'values':{'nmae':'Acme'}}}"
                        + "|/data/values/nmae: |Did you mean \"name\"?|list_all_attio_attributes with {'target': 'objects',"
                        + " 'identifier': 'companies'}",
                "list_all_attio_entries|{'list':'enterprise_sale'}"
                        + "|list: \"enterprise_sale\" is no list |Did you mean \"enterprise_sales\"?|list_all_attio_lists",
                "list_all_attio_records|{'object':'company_'}"
                        + "|object: \"company_\" is no object |Did you mean \"companies\"?|list_all_attio_objects",
                "create_a_attio_deal|{'data':{'values':{'name':'D','stage':'Wonn','owner':'a@b.co'}}}"
                        + "|/data/values/stage|Did you mean|list_all_attio_statuses with {'target': 'objects', 'identifier':"
                        + " 'deals', 'attribute': 'stage'}"
            })
    void whatTheWorkspaceDoesNotKnowComesWithTheToolThatTells(
            String tool, String arguments, String where, String guess, String teller) {
        try (AttioSandbox sandbox = AttioSandbox.start(0)) {
            String told = call(sandbox.baseUri(), sandbox.token(), ToolSelection.everything(), tool, arguments);
            String alone = call(sandbox.baseUri(), sandbox.token(), only(tool), tool, arguments);

            assertThat(told)
                    .startsWith("invalid_arguments\n")
                    .contains("Nothing was sent.", where, guess, teller.replace('\'', '"'));
            assertThat(alone)
                    .startsWith("invalid_arguments\n")
                    .contains("Nothing was sent.", where, guess)
                    .doesNotContain("list_all_attio");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create_a_attio_company|{'data':{'values':{'name':'Acme','domains':['acme.com']}}}"
                        + "|refused_by_api|To change what is there use attio_companies_assert.",
                "create_a_attio_company|{'data':{'values':{'team':['nobody@nowhere.io']}}}"
                        + "|refused_by_api|See what there is with list_all_attio_people.",
                "create_a_attio_note|{'data':{'parent_object':'companies','parent_record_id':'" + ID
                        + "','title':'T','format':'plaintext','content':'C'}}"
                        + "|not_found|for instance with list_all_attio_companies.",
                "create_a_attio_task|{'data':{'content':'C','format':'plaintext','deadline_at':null,'is_completed':false,"
                        + "'linked_records':[],'assignees':[{'referenced_actor_type':'workspace-member',"
                        + "'referenced_actor_id':'" + ID + "'}]}}"
                        + "|not_found|for instance with list_all_attio_workspace_members.",
                "create_a_attio_comment|{'data':{'format':'plaintext','content':'C','thread_id':'" + ID
                        + "','author':{'type':'workspace-member','id':'" + ID + "'}}}"
                        + "|refused_by_api|See what there is with list_all_attio_threads.",
                "create_a_attio_note|{'title':'T','data':{'parent_object':'companies','parent_record_id':'" + ID
                        + "','format':'plaintext','content':'C'}}"
                        + "|invalid_arguments|title: not known to this tool. Send it as /data/title.",
                "create_a_attio_comment|{'data':{'format':'plaintext','content':'C','author':{'type':'workspace-member',"
                        + "'id':'" + ID + "'}}}"
                        + "|invalid_arguments|data: required, but missing: thread_id, record or entry.",
                "create_a_attio_task|{'data':{'content':'C','format':'plaintext','deadline_at':null,'is_completed':false,"
                        + "'linked_records':[],'assignees':['a@b.co']}}"
                        + "|invalid_arguments|expected an object with referenced_actor_type and referenced_actor_id, or with"
                        + " workspace_member_email_address,"
            })
    void aRefusalSaysWhatToDoInstead(String tool, String arguments, String code, String words) {
        try (AttioSandbox sandbox = AttioSandbox.start(0)) {
            assertThat(call(sandbox.baseUri(), sandbox.token(), ToolSelection.everything(), tool, arguments))
                    .startsWith(code + "\n")
                    .contains(words);
        }
    }
}
