package dev.toolsmith.attio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.extension.AttioExtension;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolPreset;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.tool.ListedTools;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A restricted server names no tool that it does not offer, and is otherwise listed as it is published. */
class OfferedNamesTest {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)+");

    private static final BundleTools ALL = BundleTools.of(List.of(new AttioTools()), ToolSelection.everything());

    private static Map<String, ToolSelection> selections() {
        Map<String, ToolSelection> all = new LinkedHashMap<>();
        all.put("--read-only", new ToolSelection(List.of(), List.of(), List.of(), List.of(), true));
        all.put("--preset read-only", ToolPreset.readOnly().selection());
        for (ToolPreset preset : new AttioExtension().presets()) {
            all.put("--preset " + preset.name(), preset.selection());
        }
        for (String kind : List.of("read", "write", "custom")) {
            all.put("--methods " + kind, new ToolSelection(List.of(kind), List.of(), List.of(), List.of(), false));
        }
        Set<String> tags = ALL.tools().stream().map(ToolDescriptor::tag).collect(Collectors.toSet());
        for (String tag : tags) {
            all.put("--tags " + tag, new ToolSelection(List.of(), List.of(tag), List.of(), List.of(), false));
        }
        for (ToolDescriptor tool : ALL.tools()) {
            all.put(
                    "--tools " + tool.name(),
                    new ToolSelection(List.of(), List.of(), List.of(tool.name()), List.of(), false));
        }
        return all;
    }

    @TestFactory
    Stream<DynamicTest> everyListedTextNamesOfferedToolsOnly() {
        return selections().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(), () -> assertHonest(BundleTools.of(List.of(new AttioTools()), each.getValue()))));
    }

    private static void assertHonest(BundleTools tools) {
        Map<String, ToolList.ListedTool> listed = ListedTools.byName(tools.listing());
        assertThat(listed.keySet())
                .containsExactlyElementsOf(
                        tools.tools().stream().map(ToolDescriptor::name).toList());
        listed.forEach((name, tool) -> {
            JsonNode json = JsonMapper.shared().readTree(text(tool));
            assertThat(json.path("description").asString())
                    .as(name)
                    .isNotEmpty()
                    .doesNotContain("not offered", "  ")
                    .matches("[A-Z].*[.]");
            Matcher names = NAME.matcher(text(tool));
            while (names.find()) {
                if (ALL.find(names.group()).isPresent()) {
                    assertThat(tools.find(names.group()))
                            .as(name + ": " + names.group())
                            .isPresent();
                }
            }
        });
    }

    @Test
    void whatRemainsOfADescriptionReadsAsBefore() {
        BundleTools reads = ALL.narrowed(ToolPreset.readOnly().selection());

        assertThat(description(reads, "get_single_attio_thread_by_id"))
                .isEqualTo(
                        "Fetch one comment thread by id with all its comments in order. To find the threads of a record"
                                + " or an entry use list_all_attio_threads.");
        BundleTools sales = ALL.narrowed(new AttioExtension().presets().get(0).selection());
        assertThat(description(sales, "update_a_attio_company_by_id"))
                .startsWith("Change values of one company; ")
                .endsWith("are added to the old ones. Values of a list are changed with update_a_attio_entry_by_id.");
    }

    private static String description(BundleTools tools, String name) {
        return JsonMapper.shared()
                .readTree(text(tools.listed(tools.find(name).orElseThrow().descriptor())))
                .path("description")
                .asString();
    }

    @Test
    void instructionsSpeakOfAssertToolsWhereThereAreAny() {
        AttioExtension attio = new AttioExtension();
        List<ToolPreset> presets = attio.presets();

        assertThat(attio.instructions(ALL)).isEqualTo(attio.instructions());
        assertThat(attio.instructions(ALL.narrowed(presets.get(0).selection()))).contains("assert tools");
        assertThat(attio.instructions(ALL.narrowed(presets.get(1).selection()))).doesNotContain("assert");
        assertThat(attio.instructions(ALL.narrowed(ToolPreset.readOnly().selection())))
                .doesNotContain("assert")
                .endsWith("id,entry_values.stage on entries.");
    }

    @Test
    void theWholeListIsTheCatalogueByteForByte() throws IOException {
        try (InputStream in = new AttioTools().open("catalogue.json")) {
            String catalogue = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(text(ALL.listing()))
                    .isEqualTo(catalogue.substring(1, catalogue.length() - 1).strip());
        }
    }

    private static String text(ToolList.ListedTool listed) {
        return new String(listed.bytes(), listed.offset(), listed.length(), StandardCharsets.UTF_8);
    }
}
