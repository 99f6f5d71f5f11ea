package dev.toolsmith.attio.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.AttioTools;
import dev.toolsmith.attio.workspace.AttioWorkspaces;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.upstream.ApiEndpoint;
import dev.toolsmith.runtime.upstream.CallStep;
import dev.toolsmith.runtime.upstream.OwnAccounts;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Texts of the sample workspace's answers where the workspace is known. */
@Timeout(300)
class KnownNamesTest {

    private static final String ACME = "{\"filter\":{\"name\":\"Acme\"},\"limit\":1}";
    private static final String RECORDS = "list_all_attio_records";

    private final AttioSandbox sandbox = AttioSandbox.start(0);
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final CallStep noting = (call, proceed) -> {
        sent.add(call.tool().name());
        return proceed.get();
    };

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private UpstreamCaller caller(ToolSelection selection, View view, CallStep... steps) {
        Secret token = Secret.of(sandbox.token());
        UpstreamSettings settings = UpstreamSettings.of(
                        "attio", new ApiEndpoint(sandbox.baseUri(), () -> Optional.of(token)), "test")
                .withForm(new ResultForm(view, false, List.of(new AttioView())))
                .withSteps(List.of(steps));
        return UpstreamCaller.of(
                BundleTools.of(List.of(new AttioTools()), selection),
                settings,
                new OwnAccounts(List.of(new AttioWorkspaces()), () -> {}, fault -> {
                    throw new AssertionError(fault);
                }));
    }

    private static String text(UpstreamCaller caller, String tool, String arguments) {
        ToolResult result = caller.call(new ToolCall(
                        tool,
                        arguments.getBytes(StandardCharsets.UTF_8),
                        CallOrigin.UNKNOWN,
                        new CompletableFuture<>()))
                .orTimeout(120, TimeUnit.SECONDS)
                .join();
        String text = new String(result.text(), StandardCharsets.UTF_8);
        assertThat(result.isError()).as(text).isFalse();
        return text;
    }

    @Test
    void labelsAreTheWorkspacesAndReferencesHaveNames() {
        try (UpstreamCaller caller = caller(ToolSelection.everything(), View.TEXT, noting)) {
            String deals = text(caller, "list_all_attio_deals", "{\"limit\":1}");
            assertThat(deals)
                    .contains("\n  Deal stage: In Progress\n", "\n  Deal value: USD 120,000\n")
                    .contains("\n  Associated company: Acme\n", "\n  Deal owner: Alice Adams")
                    .doesNotContain("companies ", "workspace-member ");
            assertThat(text(caller, "list_all_attio_companies", ACME))
                    .containsPattern("\n  Team: .*Wile Coyote")
                    .doesNotContain("people ");
            assertThat(text(caller, "list_all_attio_entries", "{\"list\":\"enterprise_sales\",\"limit\":1}"))
                    .contains("\n  ARR: USD 64,000")
                    .doesNotContain("Parent record id", "Arr: ");
        }
    }

    @Test
    void meetingsAndTokensReferByName() {
        try (UpstreamCaller caller = caller(ToolSelection.everything(), View.TEXT, noting)) {
            assertThat(text(caller, "list_all_attio_meetings", "{\"limit\":1}"))
                    .containsPattern("\n  Linked records: [A-Z]")
                    .doesNotContain("object slug");
            for (String self : List.of("list_all_attio_me", "list_all_attio_auth_session")) {
                assertThat(text(caller, self, "{}"))
                        .startsWith("Sandbox\n")
                        .contains("\n  Issued at: 5 Jan 2026, 09:00 UTC\n")
                        .contains("\n  Authorized by workspace member: Alice Adams\n");
            }
        }
    }

    @Test
    void aDeletionIsDone() {
        try (UpstreamCaller caller = caller(ToolSelection.everything(), View.TEXT)) {
            Matcher task = Pattern.compile("task_id ([0-9a-f-]+)\\)")
                    .matcher(text(caller, "list_all_attio_tasks", "{\"limit\":1}"));
            assertThat(task.find()).isTrue();
            assertThat(text(caller, "delete_a_attio_task_by_id", "{\"task_id\":\"" + task.group(1) + "\"}"))
                    .isEqualTo("Done.");
        }
    }

    @Test
    void aCallReadsOnceForEachOfTwoObjectsAtMost() {
        try (UpstreamCaller caller = caller(ToolSelection.everything(), View.TEXT, noting)) {
            text(caller, "list_all_attio_deals", "{}");
            assertThat(sent.stream().filter(RECORDS::equals)).hasSizeBetween(1, 2);
            sent.clear();
            text(caller, "list_all_attio_deals", "{}");
            assertThat(sent).contains("list_all_attio_deals").hasSizeBetween(2, 3);
        }
    }

    @Test
    void nothingIsReadForOtherViews() {
        try (UpstreamCaller caller = caller(ToolSelection.everything(), View.COMPACT, noting)) {
            text(caller, "list_all_attio_deals", "{}");
            assertThat(sent).doesNotContain(RECORDS, "list_all_attio_attributes", "list_all_attio_workspace_members");
        }
    }

    @Test
    void nothingIsReadForFieldsThatReferToNothing() {
        try (UpstreamCaller caller = caller(ToolSelection.everything(), View.TEXT, noting)) {
            assertThat(text(caller, "list_all_attio_deals", "{\"limit\":1,\"fields\":\"values.stage\"}"))
                    .contains("Deal stage: In Progress");
            assertThat(sent).doesNotContain(RECORDS, "list_all_attio_workspace_members");
        }
    }

    @Test
    void namesThatTheCallerCouldNotReadStayIds() {
        ToolSelection deals =
                new ToolSelection(List.of(), List.of(), List.of("list_all_attio_deals"), List.of(), false);
        try (UpstreamCaller caller = caller(deals, View.TEXT, noting)) {
            assertThat(text(caller, "list_all_attio_deals", "{\"limit\":1}"))
                    .contains("\n  Deal stage: ", "\n  Associated company: companies ", "workspace-member ")
                    .doesNotContain("Acme,", "Alice");
            assertThat(sent).doesNotContain(RECORDS, "list_all_attio_workspace_members");
        }
    }

    @Test
    void whatCannotBeReadLeavesTheAnswerAsItIs() {
        CallStep refusing = (call, proceed) -> call.tool().name().equals("list_all_attio_deals")
                ? proceed.get()
                : CompletableFuture.completedFuture(ToolResult.failure("No."));
        try (UpstreamCaller caller = caller(ToolSelection.everything(), View.TEXT, refusing)) {
            assertThat(text(caller, "list_all_attio_deals", "{\"limit\":1}"))
                    .contains("\n  Stage: In Progress\n", "companies ");
        }
    }
}
