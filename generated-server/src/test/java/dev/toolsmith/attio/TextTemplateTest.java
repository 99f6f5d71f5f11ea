package dev.toolsmith.attio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Texts follow one template: the first sentence says what is done to what, the others when to use which neighbour.
 * Nothing is said twice, and there is no markup.
 */
class TextTemplateTest {

    private static final Map<String, ListedTool> TOOLS = ListedTool.all();
    private static final Pattern TOOL_NAME = Pattern.compile("\\w*attio_\\w+");
    private static final Map<String, Set<String>> VERBS = Map.of(
            "list", Set.of("List", "Describe", "Tell"),
            "get", Set.of("Fetch", "Read"),
            "create", Set.of("Create", "Add", "Attach", "Post", "Put", "Subscribe", "Return"),
            "update", Set.of("Change", "Rename"),
            "delete", Set.of("Delete", "Take"),
            "assert", Set.of("Create", "Make"),
            "overwrite", Set.of("Overwrite"),
            "attribute_values", Set.of("Read"),
            "record_entries", Set.of("List"),
            "search", Set.of("Find"));

    /** What the first sentence calls the thing, where that is not the tag's own word. */
    private static final Map<String, String> OTHER_WORDS = Map.of(
            "meta", "token",
            "attributes", "attribute|option|status",
            "transcripts", "what was said",
            "comments", "comment",
            "webhooks", "webhook|address",
            "call recordings", "recording",
            "workspace members", "member");

    private static final Map<String, String> SINGULARS =
            Map.of("people", "person", "companies", "company", "entries", "entry|list");

    @TestFactory
    Stream<DynamicTest> aTextFollowsTheTemplate() {
        return TOOLS.values().stream()
                .map(tool -> DynamicTest.dynamicTest(tool.descriptor().name(), () -> {
                    saysWhatIsDoneToWhat(tool);
                    namesNeighbours(tool);
                    isPlainAndShort(tool);
                    saysNothingTwice(tool);
                }));
    }

    private static void saysWhatIsDoneToWhat(ListedTool tool) {
        String first = tool.sentences().get(0);
        String verb = first.substring(0, first.indexOf(' '));
        assertThat(VERBS.get(tool.descriptor().kind())).as(first).contains(verb);
        String tag = tool.descriptor().tag();
        String thing = OTHER_WORDS.getOrDefault(tag, SINGULARS.getOrDefault(tag, tag.replaceAll("s$", "")) + "|" + tag);
        assertThat(first).containsPattern("\\b(" + thing + ")");
        assertThat(first.length()).as(first).isLessThanOrEqualTo(190);
    }

    private static void namesNeighbours(ListedTool tool) {
        assertThat(named(tool)).isNotEmpty().doesNotContain(tool.descriptor().name());
        assertThat(TOOLS.keySet()).containsAll(named(tool));
    }

    private static void isPlainAndShort(ListedTool tool) {
        String text = tool.description();
        assertThat(text)
                .hasSizeBetween(60, 350)
                .endsWith(".")
                .matches("[ -~]+")
                .doesNotContain("](", "`", "**", "  ", "<", "http://", "https://");
        assertThat(tool.sentences()).hasSizeLessThanOrEqualTo(5);
        assertThat(tool.title()).hasSizeBetween(8, 40).doesNotEndWith(".");
        texts(tool.arguments())
                .forEach((argument, said) -> assertThat(said)
                        .as(argument)
                        .hasSizeBetween(4, argument.equals("/filter") ? 250 : 160)
                        .matches("[ -~]+")
                        .doesNotContain("](", "`", "  "));
    }

    private static void saysNothingTwice(ListedTool tool) {
        assertThat(tool.sentences()).doesNotHaveDuplicates();
        assertThat(tool.sentences()).doesNotContain(tool.title() + ".");
    }

    @Test
    void toolsOfOneFamilyHaveNoSentenceInCommon() {
        Map<String, String> said = new HashMap<>();
        List<String> twice = new ArrayList<>();
        TOOLS.forEach((name, tool) -> tool.sentences().forEach(sentence -> {
            String before = said.put(tool.descriptor().tag() + ": " + sentence, name);
            if (before != null) {
                twice.add(before + " and " + name + " say: " + sentence);
            }
        }));
        assertThat(twice).isEmpty();
    }

    @Test
    void whatCreatesAndWhatMakesSureNameEachOther() {
        pairs("assert", "create");
        pairs("create", "assert");
        ofKind("assert").forEach(tool -> assertThat(tool.description()).contains("Safe to repeat"));
    }

    @Test
    void whatAddsAndWhatReplacesNameEachOther() {
        pairs("overwrite", "update");
        for (ListedTool tool : ofKind("update").toList()) {
            if (tool.descriptor().path().matches(".*/(records|entries)/.*")) {
                assertThat(named(tool))
                        .as(tool.descriptor().name())
                        .containsAnyOf("attio_records_overwrite", "attio_entries_overwrite");
                assertThat(tool.description()).contains("added");
            }
        }
        ofKind("overwrite")
                .forEach(tool -> assertThat(tool.description())
                        .contains("replace all old ones")
                        .contains("add to"));
    }

    @Test
    void whatQueriesAndWhatSearchesNameEachOther() {
        assertThat(named(TOOLS.get("list_all_attio_records"))).contains("attio_records_search");
        assertThat(named(TOOLS.get("attio_records_search"))).contains("list_all_attio_records");
    }

    @Test
    void toolsOfEntriesTellThemFromRecords() {
        Pattern record = Pattern.compile("attio_records?_\\w+|\\w+_attio_records?(_by_id)?");
        for (ListedTool tool : TOOLS.values()) {
            if (tool.descriptor().tag().equals("entries")) {
                assertThat(named(tool))
                        .as(tool.descriptor().name())
                        .anyMatch(name -> record.matcher(name).matches());
                assertThat(tool.description()).contains("entry").contains("record");
            }
        }
    }

    @Test
    void toolsOfRecordsSendToEntriesForWhatStandsOnLists() {
        Pattern entries = Pattern.compile("\\w*attio_entr(y|ies)\\w*");
        Set<String> kinds = Set.of("list", "get", "update", "delete", "record_entries");
        for (ListedTool tool : TOOLS.values()) {
            if (tool.descriptor().path().startsWith("/v2/objects/")
                    && tool.descriptor().path().contains("/records")
                    && kinds.contains(tool.descriptor().kind())) {
                assertThat(named(tool))
                        .as(tool.descriptor().name())
                        .anyMatch(name -> entries.matcher(name).matches());
            }
        }
    }

    @Test
    void whatDeletesSaysWhatIsLost() {
        assertThat(ofKind("delete"))
                .hasSize(12)
                .allSatisfy(tool -> assertThat(tool.description()).containsPattern("for good|are lost|no more"));
    }

    /** Tools of one kind name the tool of another kind for the same thing, where there is one. */
    private static void pairs(String kind, String other) {
        Map<String, String> others = new TreeMap<>();
        ofKind(other)
                .forEach(tool ->
                        others.put(tool.descriptor().path(), tool.descriptor().name()));
        int pairs = 0;
        for (ListedTool tool : ofKind(kind).toList()) {
            String neighbour = others.get(tool.descriptor().path());
            if (neighbour != null) {
                pairs++;
                assertThat(named(tool)).as(tool.descriptor().name()).contains(neighbour);
            }
        }
        assertThat(pairs).isPositive();
    }

    private static Stream<ListedTool> ofKind(String kind) {
        return TOOLS.values().stream().filter(tool -> tool.descriptor().kind().equals(kind));
    }

    private static List<String> named(ListedTool tool) {
        return TOOL_NAME
                .matcher(tool.description())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** The descriptions in a listed schema by the path of what they describe. */
    private static Map<String, String> texts(JsonNode arguments) {
        Map<String, String> texts = new TreeMap<>();
        arguments.properties().forEach(argument -> collect("/" + argument.getKey(), argument.getValue(), texts));
        return texts;
    }

    private static void collect(String at, JsonNode schema, Map<String, String> texts) {
        if (schema.has("description")) {
            texts.put(at, schema.path("description").asString());
        }
        schema.path("properties")
                .properties()
                .forEach(member -> collect(at + "/" + member.getKey(), member.getValue(), texts));
        if (schema.has("items")) {
            collect(at + "/*", schema.path("items"), texts);
        }
    }
}
