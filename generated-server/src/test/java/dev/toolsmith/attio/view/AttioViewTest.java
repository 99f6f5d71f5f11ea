package dev.toolsmith.attio.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.AttioTools;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.upstream.ApiEndpoint;
import dev.toolsmith.runtime.upstream.Secret;
import dev.toolsmith.runtime.upstream.UpstreamCaller;
import dev.toolsmith.runtime.upstream.UpstreamSettings;
import dev.toolsmith.runtime.view.ResultForm;
import dev.toolsmith.runtime.view.View;
import dev.toolsmith.sandbox.AttioSandbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The views of real answers of the sample workspace. */
@Timeout(300)
class AttioViewTest {

    private static final String ACME = "{\"filter\":{\"name\":\"Acme\"},\"limit\":1%s}";
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static AttioSandbox sandbox;
    private static UpstreamCaller caller;

    @BeforeAll
    static void start() {
        sandbox = AttioSandbox.start(0);
        Secret token = Secret.of(sandbox.token());
        ApiEndpoint endpoint = new ApiEndpoint(sandbox.baseUri(), () -> Optional.of(token));
        BundleTools tools = BundleTools.of(List.of(new AttioTools()), ToolSelection.everything());
        caller = UpstreamCaller.of(
                tools,
                UpstreamSettings.of("attio", endpoint, "test")
                        .withForm(new ResultForm(View.FULL, true, List.of(new AttioView()))));
    }

    @AfterAll
    static void stop() {
        caller.close();
        sandbox.close();
    }

    private static ToolResult call(String tool, String arguments) {
        ToolCall call = new ToolCall(
                tool, arguments.getBytes(StandardCharsets.UTF_8), CallOrigin.UNKNOWN, new CompletableFuture<>());
        ToolResult result = caller.call(call).orTimeout(120, TimeUnit.SECONDS).join();
        assertThat(result.isError())
                .as(new String(result.text(), StandardCharsets.UTF_8))
                .isFalse();
        return result;
    }

    private static String text(String tool, String arguments) {
        return new String(call(tool, arguments).text(), StandardCharsets.UTF_8);
    }

    private static String withoutIds(String text) {
        return UUID.matcher(text).replaceAll("ID");
    }

    @Test
    void aCompanyReadsAsItsPageDoes() {
        assertThat(withoutIds(text("list_all_attio_companies", ACME.formatted(",\"view\":\"text\""))))
                .startsWith("""
                        Acme (record_id ID)
                          Created at: 5 Jan 2026, 09:00 UTC
                          Domains: acme.com
                          Description: Makes everything a coyote could order.
                          Team: people ID, people ID
                          Categories: Manufacturing, B2B
                          Primary location: 1 Canyon Road, 85001 Phoenix, AZ, US
                        """)
                .contains("\n  Foundation date: 17 Sep 1949\n")
                .doesNotContain("active_from", "workspace_id", "attribute_type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list_all_attio_deals | {\"limit\":1} | Acme (record_id ID)",
                "list_all_attio_deals | {\"limit\":1} | Stage: In Progress",
                "list_all_attio_deals | {\"limit\":1} | Value: USD 120,000",
                "list_all_attio_people | {\"limit\":1} | Wile Coyote (record_id ID)",
                "list_all_attio_people | {\"limit\":1} | Email addresses: wile@acme.com",
                "list_all_attio_people | {\"limit\":1} | Phone numbers: +16025550101",
                "list_all_attio_entries | {\"list\":\"enterprise_sales\",\"limit\":1} | Stage: Closed Won",
                "list_all_attio_entries | {\"list\":\"enterprise_sales\",\"limit\":1} | Arr: USD 64,000",
                "list_all_attio_tasks | {\"limit\":1} | Deadline at: 9 Jan 2026, 17:00 UTC",
                "list_all_attio_tasks | {\"limit\":1} | Send Acme the signed-logout release notes (task_id ID)",
                "list_all_attio_notes | {\"limit\":1} | Pilot result (note_id ID)",
                "list_all_attio_tasks | {\"limit\":1} | Is completed: no",
                "list_all_attio_meetings | {\"limit\":1} | Participants: alice@sandbox.example, wile@acme.com",
                "list_all_attio_meetings | {\"limit\":1} | Linked records: deals ID",
                "list_all_attio_workspace_members | {\"limit\":1} | Alice Adams (workspace_member_id ID)",
            })
    void namesAndDatesStandInText(String tool, String arguments, String line) {
        String view = arguments.replace("}", ",\"view\":\"text\"}");

        assertThat(withoutIds(text(tool, view)).lines().map(String::strip)).contains(line);
    }

    @Test
    void compactValuesHaveNoHistoryAndKeepTheRestAsItIs() {
        JsonNode full = JsonTree.read(
                call("list_all_attio_companies", ACME.formatted("")).text());
        ToolResult result = call("list_all_attio_companies", ACME.formatted(",\"view\":\"compact\""));
        JsonNode compact = JsonTree.read(result.text());

        assertThat(compact.at("/data/0/id")).isEqualTo(full.at("/data/0/id"));
        assertThat(JsonTree.text(compact.at("/data/0/values/name")))
                .isEqualTo("[{\"value\":\"Acme\",\"attribute_type\":\"text\"}]");
        assertThat(compact.at("/data/0/values/categories/0/option/title").asString())
                .isEqualTo("Manufacturing");
        assertThat(compact.at("/data/0/values/categories/0/option/id").propertyNames())
                .containsExactly("option_id");
        assertThat(JsonTree.text(compact)).doesNotContain("active_from", "created_by_actor", "null", "[]");
        assertThat(result.text().length * 2).isLessThan(JsonTree.write(full).length);
        assertThat(JsonTree.read(result.structured().orElseThrow())).isEqualTo(full);
    }

    @Test
    void theValuesOfOneAttributeKeepWhenTheyHeld() {
        String record = JsonTree.read(
                        call("list_all_attio_companies", ACME.formatted("")).text())
                .at("/data/0/id/record_id")
                .asString();
        String arguments = "{\"record_id\":\"" + record + "\",\"attribute\":\"name\",\"view\":\"%s\"}";

        assertThat(text("attio_companies_attribute_values", arguments.formatted("compact")))
                .startsWith("{\"data\":[{\"active_from\":\"2026-01-05T09:00:12.000000000Z\",\"value\":\"Acme\","
                        + "\"attribute_type\":\"text\"}]");
        assertThat(text("attio_companies_attribute_values", arguments.formatted("text")))
                .startsWith("Acme (since 5 Jan 2026, 09:00 UTC)");
        assertThat(new AttioView().text(JsonTree.read("""
                {"active_from": "2026-01-05T00:00:00Z", "active_until": "2026-02-01T00:00:00Z", "attribute_type": "text",
                 "value": "Ajax"}""".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("Ajax (5 Jan 2026 to 1 Feb 2026)");
    }

    @Test
    void fieldsReachIntoValues() {
        assertThat(withoutIds(text(
                        "list_all_attio_companies", ACME.formatted(",\"fields\":\"id.record_id,values.name.value\""))))
                .startsWith("{\"data\":[{\"id\":{\"record_id\":\"ID\"},\"values\":{\"name\":[{\"value\":\"Acme\"}]}}]");
    }

    @Test
    void itemsOfWhichNoNameIsAskedForHaveNoHeading() {
        assertThat(
                        text(
                                "list_all_attio_entries",
                                "{\"list\":\"enterprise_sales\",\"limit\":1,\"view\":\"text\",\"fields\":\"entry_values.stage\"}"))
                .startsWith("Stage: Closed Won\n")
                .doesNotContain("no name");
    }
}
