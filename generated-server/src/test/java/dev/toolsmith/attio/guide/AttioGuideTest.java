package dev.toolsmith.attio.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.runtime.context.Completion;
import dev.toolsmith.runtime.context.ContextReference;
import dev.toolsmith.runtime.context.ContextReference.OfPrompt;
import dev.toolsmith.runtime.context.ContextReference.OfResource;
import dev.toolsmith.runtime.context.Prompt;
import dev.toolsmith.runtime.context.PromptText;
import dev.toolsmith.runtime.context.Resource;
import dev.toolsmith.runtime.context.ResourceTemplate;
import dev.toolsmith.runtime.context.UnavailableContextException;
import dev.toolsmith.runtime.context.UnknownContextException;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.CallClient;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AttioGuideTest {

    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:_[a-z0-9]+)+");

    private static GuidedSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = new GuidedSandbox();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static <T> T in(CompletableFuture<T> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static JsonNode content(PromptText text, int message) {
        return JsonTree.read(text.messages().get(message).content());
    }

    private static String read(String uri) {
        return in(sandbox.everything().read(uri, CallClient.NONE)).get(0).text().orElseThrow();
    }

    private static PromptText prompt(String name, Map<String, String> arguments) {
        return in(sandbox.everything().prompt(name, arguments, CallClient.NONE));
    }

    private static List<String> completed(
            ContextReference of, String argument, String typed, Map<String, String> others) {
        Completion completion = in(sandbox.everything().complete(of, argument, typed, others));
        return completion.values();
    }

    @Test
    void everybodyHasTheGuideAndWhoeverHasAllToolsTheWorkspace() {
        assertThat(in(sandbox.everything().resources()))
                .extracting(Resource::uri)
                .containsExactly(
                        "attio://guide/records-and-entries",
                        "attio://guide/values",
                        "attio://guide/filters-and-sorts",
                        "attio://guide/results",
                        "attio://objects",
                        "attio://lists");
        assertThat(sandbox.everything().templates())
                .extracting(ResourceTemplate::uriTemplate)
                .containsExactly(
                        "attio://objects/{object}/attributes",
                        "attio://objects/{object}/attributes/{attribute}",
                        "attio://lists/{list}/attributes",
                        "attio://lists/{list}/attributes/{attribute}",
                        "toolsmith://tools/{name}/schema");
        assertThat(sandbox.everything().prompts())
                .extracting(Prompt::name)
                .containsExactly("qualify_lead", "deal_briefing", "records_and_entries");
    }

    @Test
    void theWorkspaceIsToldAsItIs() {
        assertThat(read("attio://objects")).contains("\n- `companies`: Companies", "\n- `people`: People");
        assertThat(read("attio://lists"))
                .contains(
                        "\n- `enterprise_sales`: Enterprise Sales (records of companies)",
                        "\n- `enterprise`: Enterprise");
        assertThat(read("attio://objects/companies/attributes"))
                .startsWith("# Attributes of the object `companies` (Companies)")
                .contains("\n- `domains`: Domains; domain, several values, unique", "\n- `name`: Name; text");
        assertThat(read("attio://lists/Enterprise%20Sales/attributes/stage"))
                .startsWith("# An attribute of the list `enterprise_sales` (Enterprise Sales)")
                .contains("`stage`: ", "; status", "; one of: ", "Discovery");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attio://objects/nothing/attributes | There is no object \"nothing\". There are: assets, companies,",
                "attio://lists/enterprise_sales/attributes/nothing | There is no attribute nothing of the list",
                "attio://objects/companies | There is no resource \"attio://objects/companies\".",
                "attio://objects/companies/attributes/name/more | There is no resource",
                "attio://nothing | There is no resource",
                "attio:objects | There is no resource",
                "attio://objects/%zz | There is no resource",
                "file:///etc/passwd | There is no resource \"file:///etc/passwd\".",
                "toolsmith://tools/attio_company_assert/schema | Did you mean"
                        + " toolsmith://tools/attio_companies_assert/schema?",
                "toolsmith://tools/../schema | No tool of that name is offered",
            })
    void whatIsNotThereIsSaidSo(String uri, String why) {
        assertThatThrownBy(() -> read(uri))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(UnknownContextException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aToolsWholeSchemaIsTheOneThatCallsAreCheckedBy() {
        JsonNode schema = JsonTree.read(
                read("toolsmith://tools/attio_entries_assert/schema").getBytes(StandardCharsets.UTF_8));

        assertThat(schema.at("/properties/data/properties/parent_record_id/type")
                        .asString())
                .isEqualTo("string");
        assertThat(completed(new OfResource("toolsmith://tools/{name}/schema"), "name", "entries_ass", Map.of()))
                .containsExactly("attio_entries_assert");
    }

    @Test
    void aLeadIsQualifiedOnTheListThatIsMeant() {
        PromptText text = prompt(
                "qualify_lead", Map.of("lead", "jane@vertexanalytics.io", "list", "inbound q3", "status", "New Lead"));

        assertThat(content(text, 0).path("text").asString())
                .contains(
                        "- Lead: jane@vertexanalytics.io\n- List: inbound_q3\n- Status to give it there: New Lead\n",
                        "2. Call `attio_companies_assert`",
                        "`attio_entries_assert`",
                        "\n8. Tell the user");
        assertThat(content(text, 1).at("/resource/uri").asString()).isEqualTo("attio://lists/inbound_q3/attributes");
        assertThat(content(text, 1).at("/resource/text").asString()).contains("New Lead");
    }

    @Test
    void aStatusIsWrittenAsTheWorkspaceHasIt() {
        PromptText text = prompt("qualify_lead", Map.of("lead", "a.io", "list", "inbound_q3", "status", " new lead "));

        assertThat(content(text, 0).path("text").asString()).contains("- Status to give it there: New Lead\n");
    }

    @Test
    void whatTheUserLeavesOutIsNotSpokenOf() {
        PromptText briefing = prompt("deal_briefing", Map.of("deal", "Stark\nIndustries", "list", " "));

        assertThat(briefing.messages()).hasSize(1);
        assertThat(content(briefing, 0).path("text").asString())
                .contains("- Deal: Stark Industries\n", "the newest 3\n")
                .doesNotContain("List on which", "{");
        PromptText taught = prompt("records_and_entries", Map.of());
        assertThat(content(taught, 1).at("/resource/text").asString()).startsWith("# Records and entries");
        assertThat(taught.messages()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "qualify_lead | list=enterprise | The prompt \"qualify_lead\" needs the argument \"lead\"",
                "qualify_lead | lead=a.io,list=nowhere | There is no list \"nowhere\". There are: ",
                "qualify_lead | lead=a.io,list=enterprise_salse | There is no list \"enterprise_salse\". Did you mean"
                        + " \"enterprise_sales\"? There are: ",
                "qualify_lead | lead=a.io,list=Inbuond Q3 | There is no list \"Inbuond Q3\". Did you mean \"inbound_q3\"?",
                "qualify_lead | lead=the big one,list=inbound_q3 | The argument \"lead\" is an e-mail address or a web"
                        + " domain, such as jane@example.com or example.com, not \"the big one\".",
                "qualify_lead | lead=a.io,list=inbound_q3,status=New Laed | There is no status \"New Laed\" on the list"
                        + " \"inbound_q3\". Did you mean \"New Lead\"? There are: ",
                "qualify_lead | lead=a.io,list=inbound_q3,status=zzz | There is no status \"zzz\" on the list"
                        + " \"inbound_q3\". There are: ",
                "deal_briefing | deal=Stark,notes=many | The argument \"notes\" is a number from 1 to 99, not"
                        + " \"many\".",
                "deal_briefing | deal=Stark,stage=Won | There is no argument \"stage\" here. There are: deal, list,"
                        + " notes.",
                "brief | deal=Stark | There is no prompt \"brief\". There are: qualify_lead, deal_briefing,",
            })
    void aPromptThatCannotBeFilledInSaysWhy(String name, String arguments, String why) {
        Map<String, String> given = new HashMap<>();
        for (String each : arguments.split(",", -1)) {
            given.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        assertThatThrownBy(() -> prompt(name, given))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(UnknownContextException.class)
                .hasMessageContaining(why);
    }

    @Test
    void slugsAndStatusesAreCompleted() {
        assertThat(completed(new OfPrompt("qualify_lead"), "list", "ENTER", Map.of()))
                .contains("enterprise", "enterprise_sales");
        assertThat(completed(new OfPrompt("qualify_lead"), "list", "Inbound Q", Map.of()))
                .containsExactly("inbound_q3");
        assertThat(completed(new OfPrompt("qualify_lead"), "status", "new", Map.of("list", "inbound_q3")))
                .contains("New Lead");
        assertThat(completed(new OfPrompt("qualify_lead"), "status", "", Map.of()))
                .isEmpty();
        assertThat(completed(new OfPrompt("deal_briefing"), "deal", "St", Map.of()))
                .isEmpty();
        assertThat(completed(new OfResource("attio://objects/{object}/attributes"), "object", "comp", Map.of()))
                .containsExactly("companies");
        assertThat(completed(
                        new OfResource("attio://objects/{object}/attributes/{attribute}"),
                        "attribute",
                        "doma",
                        Map.of("object", "companies")))
                .containsExactly("domains");
        assertThat(completed(
                        new OfResource("attio://lists/{list}/attributes/{attribute}"),
                        "attribute",
                        "stag",
                        Map.of("list", "enterprise_sales")))
                .contains("stage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "read-only", "sales", "notes", "lists", "one"})
    void noTextNamesAToolThatIsNotOffered(String selection) {
        GuidedSandbox.Guided guided = sandbox.guided(selection);
        Set<String> hidden = new HashSet<>(guided.tools().whole().tools().stream()
                .map(ToolDescriptor::name)
                .toList());
        hidden.removeAll(
                guided.tools().tools().stream().map(ToolDescriptor::name).toList());
        List<String> texts = new ArrayList<>();
        in(guided.context().resources()).forEach(resource -> {
            texts.add(resource.description());
            texts.add(in(guided.context().read(resource.uri(), CallClient.NONE))
                    .get(0)
                    .text()
                    .orElseThrow());
        });
        guided.context().prompts().forEach(prompt -> {
            Map<String, String> arguments = prompt.name().equals("qualify_lead")
                    ? Map.of("lead", "a.io", "list", "enterprise")
                    : prompt.name().equals("deal_briefing") ? Map.of("deal", "Stark") : Map.of();
            PromptText text = in(guided.context().prompt(prompt.name(), arguments, CallClient.NONE));
            text.messages()
                    .forEach(message ->
                            texts.add(JsonTree.read(message.content()).toString()));
        });

        assertThat(texts).hasSizeGreaterThan(8);
        for (String text : texts) {
            assertThat(WORD.matcher(text).results().map(found -> found.group()).filter(hidden::contains))
                    .as(text)
                    .isEmpty();
            assertThat(text).doesNotContain("{list}", "{lead}", "\n\n\n");
        }
    }

    @Test
    void whoeverSellsIsBriefedOnDeals() {
        GuidedSandbox.Guided sales = sandbox.guided("sales");

        assertThat(sales.context().prompts())
                .extracting(Prompt::name)
                .containsExactly("qualify_lead", "deal_briefing", "records_and_entries");
        PromptText briefing = in(sales.context().prompt("deal_briefing", Map.of("deal", "Stark"), CallClient.NONE));
        assertThat(content(briefing, 0).path("text").asString())
                .contains("`list_all_attio_deals`", "`attio_deals_record_entries`")
                .doesNotContain("list_all_attio_records", "attio_records_record_entries");
    }

    @Test
    void whoeverMayReadLittleIsToldLittle() {
        GuidedSandbox.Guided notes = sandbox.guided("notes");

        assertThat(notes.context().prompts()).extracting(Prompt::name).containsExactly("records_and_entries");
        assertThat(in(notes.context().resources()))
                .extracting(Resource::uri)
                .allMatch(uri -> uri.startsWith("attio://guide/"));
        assertThatThrownBy(() -> in(notes.context().read("attio://lists", CallClient.NONE)))
                .cause()
                .isInstanceOf(UnknownContextException.class);
        assertThat(in(notes.context().complete(new OfPrompt("records_and_entries"), "list", "", Map.of()))
                        .values())
                .isEmpty();
        assertThatThrownBy(() ->
                        in(notes.context().read("toolsmith://tools/attio_companies_assert/schema", CallClient.NONE)))
                .cause()
                .isInstanceOf(UnknownContextException.class);
    }

    @Test
    void aWorkspaceThatCannotBeReadIsSaidToBeSo() {
        GuidedSandbox.Guided unknown = sandbox.withoutAccount();

        assertThatThrownBy(() -> in(unknown.context().read("attio://lists", CallClient.NONE)))
                .cause()
                .isInstanceOf(UnavailableContextException.class)
                .hasMessage(
                        "This part of the workspace cannot be read now. Try again, or call list_all_attio_lists, which"
                                + " tells why.");
        PromptText text = in(unknown.context()
                .prompt("qualify_lead", Map.of("lead", "a.io", "list", "My list", "status", "Any"), CallClient.NONE));
        assertThat(content(text, 0).path("text").asString())
                .contains("- List: My list\n", "- Status to give it there: Any\n");
    }
}
