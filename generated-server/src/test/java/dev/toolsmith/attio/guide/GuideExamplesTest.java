package dev.toolsmith.attio.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.context.ResourceContent;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.CallClient;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Every example in JSON that the pages of the guide show is taken by the tools, as the pages say. */
class GuideExamplesTest {

    private static final List<String> STANDARD = List.of("deals", "companies", "people");

    private static GuidedSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = new GuidedSandbox();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    static Stream<JsonNode> queries() {
        return examples("filters-and-sorts").stream();
    }

    static Stream<JsonNode> values() {
        return examples("values").stream().filter(value -> !value.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aQueryIsTakenByRecordsThatHaveTheAttribute(JsonNode example) {
        String member = example.isArray() ? "sorts" : example.has("direction") ? "sorts" : "filter";
        String value = member.equals("sorts") && example.isObject() ? "[" + example + "]" : filledIn(example);

        List<ToolResult> answers = STANDARD.stream()
                .map(object -> sandbox.call("list_all_attio_" + object, "{\"" + member + "\":" + value + "}"))
                .toList();

        assertThat(answers)
                .as(
                        "%s answers %s",
                        example, answers.stream().map(GuideExamplesTest::text).toList())
                .anyMatch(answer -> !answer.isError() && !text(answer).contains("\"note\""));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueIsWritten(JsonNode example) {
        String attribute = example.has("target_object") ? "associated_company" : "owner";

        ToolResult answer = sandbox.call(
                "update_a_attio_deal_by_id",
                "{\"record_id\":\"" + id("deals") + "\",\"data\":{\"values\":{\"" + attribute + "\":"
                        + filledIn(example) + "}}}");

        assertThat(answer.isError()).as(text(answer)).isFalse();
    }

    @Test
    void theOtherPagesHaveNoExamples() {
        assertThat(queries()).hasSizeGreaterThan(15);
        assertThat(values()).hasSizeGreaterThan(1);
        assertThat(examples("records-and-entries")).isEmpty();
        assertThat(examples("results")).isEmpty();
    }

    private static String filledIn(JsonNode example) {
        return JsonTree.text(example)
                .replace(
                        "\"referenced_actor_id\":\"UUID\"",
                        "\"referenced_actor_id\":\""
                                + read("list_all_attio_workspace_members", "{}")
                                        .at("/data/0/id/workspace_member_id")
                                        .asString()
                                + "\"")
                .replace("\"target_record_id\":\"UUID\"", "\"target_record_id\":\"" + companyOfADeal() + "\"");
    }

    private static String companyOfADeal() {
        return read("list_all_attio_deals", "{\"limit\":1}")
                .at("/data/0/values/associated_company/0/target_record_id")
                .asString();
    }

    private static String id(String object) {
        return read("list_all_attio_" + object, "{\"limit\":1}")
                .at("/data/0/id/record_id")
                .asString();
    }

    private static JsonNode read(String tool, String arguments) {
        return JsonTree.read(sandbox.call(tool, arguments).text());
    }

    private static String text(ToolResult answer) {
        return new String(answer.text(), StandardCharsets.UTF_8);
    }

    /** What stands between outer braces or brackets, and is JSON. */
    private static List<JsonNode> examples(String page) {
        List<ResourceContent> read;
        try (GuidedSandbox own = new GuidedSandbox()) {
            read = own.everything()
                    .read("attio://guide/" + page, CallClient.NONE)
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
        }
        String text = read.get(0).text().orElseThrow();
        List<JsonNode> found = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if ("{[".indexOf(text.charAt(i)) >= 0) {
                start = depth == 0 ? i : start;
                depth++;
            } else if ("}]".indexOf(text.charAt(i)) >= 0) {
                depth--;
                if (depth == 0) {
                    found.add(json(text.substring(start, i + 1)));
                }
            }
        }
        return found;
    }

    private static JsonNode json(String example) {
        try {
            return JsonTree.read(example.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException notJson) {
            throw new AssertionError("No JSON: " + example, notJson);
        }
    }
}
