package dev.toolsmith.attio.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.AttioTools;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolPreset;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AttioPresetsTest {

    private static List<ToolDescriptor> tools(String name) {
        ToolPreset preset = new AttioExtension()
                .presets().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return BundleTools.of(List.of(new AttioTools()), preset.selection()).tools();
    }

    private static Set<String> tags(List<ToolDescriptor> tools) {
        return tools.stream().map(ToolDescriptor::tag).collect(Collectors.toCollection(TreeSet::new));
    }

    private static final Set<String> WORK = Set.of("companies", "deals", "entries", "notes", "people", "tasks");

    @Test
    void salesReadsAndWritesWhatDealsAreMadeOfAndDeletesOrOverwritesNothing() {
        List<ToolDescriptor> work = tools("sales").stream()
                .filter(tool -> WORK.contains(tool.tag()))
                .toList();

        assertThat(tags(work)).containsExactlyInAnyOrderElementsOf(WORK);
        assertThat(work)
                .hasSize(34)
                .extracting(ToolDescriptor::kind)
                .containsOnly("list", "get", "create", "update", "assert", "attribute_values", "record_entries");
        assertThat(work)
                .extracting(ToolDescriptor::name)
                .contains("list_all_attio_deals", "attio_entries_assert", "create_a_attio_note");
    }

    @Test
    void salesLooksUpWhatTheWorkspaceHasAndLeavesItAsItIs() {
        List<ToolDescriptor> lookups = tools("sales").stream()
                .filter(tool -> !WORK.contains(tool.tag()))
                .toList();

        assertThat(lookups)
                .extracting(ToolDescriptor::name)
                .containsExactly(
                        "attio_records_search",
                        "get_single_attio_workspace_member_by_id",
                        "list_all_attio_attribute_options",
                        "list_all_attio_attributes",
                        "list_all_attio_lists",
                        "list_all_attio_me",
                        "list_all_attio_objects",
                        "list_all_attio_statuses",
                        "list_all_attio_workspace_members");
        assertThat(lookups).allMatch(ToolDescriptor::reads);
    }

    @Test
    void adminMakesTheWorkspaceAndTouchesNoRecord() {
        List<ToolDescriptor> admin = tools("admin");

        assertThat(tags(admin))
                .containsExactly("attributes", "lists", "meta", "objects", "webhooks", "workspace members");
        assertThat(admin)
                .extracting(ToolDescriptor::name)
                .contains(
                        "create_a_attio_attribute",
                        "create_a_attio_list",
                        "delete_a_attio_webhook_by_id",
                        "list_all_attio_me");
    }
}
