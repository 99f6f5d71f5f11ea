package dev.toolsmith.attio.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.attio.AttioTools;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolConfigurationException;
import dev.toolsmith.runtime.bundle.ToolPreset;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AttioPresetsTest {

    private static ToolPreset preset(String name) {
        return new AttioExtension()
                .presets().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<ToolDescriptor> tools(String name) {
        return BundleTools.of(List.of(new AttioTools()), preset(name).selection())
                .tools();
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
    void salesOffersNoToolThatAnotherVersionBringsAlong() {
        Set<String> renamed = Set.of(
                "update_a_attio_status_by_id",
                "create_a_attio_object",
                "delete_a_attio_list_by_id",
                "create_a_attio_note");
        ChangedTools changed = new ChangedTools(renamed);
        List<String> everything = names(BundleTools.of(List.of(changed), ToolSelection.everything()));

        assertThat(everything).contains("update_a_attio_status_by_iz", "create_a_attio_objecz", "create_a_attio_notz");
        assertThat(served(changed, "sales"))
                .hasSize(42)
                .isSubsetOf(names(BundleTools.of(List.of(new AttioTools()), ToolSelection.everything())))
                .doesNotContain("create_a_attio_note");
    }

    @Test
    void aVersionWithoutAToolOfThePresetStartsWithTheOthers() {
        List<String> before = tools("sales").stream().map(ToolDescriptor::name).toList();
        List<String> gone = List.of("list_all_attio_statuses", "attio_records_search");
        List<String> left = new ArrayList<>(before);
        left.removeAll(gone);

        assertThat(before).containsAll(gone);
        assertThat(served(new ChangedTools(Set.copyOf(gone)), "sales")).containsExactlyInAnyOrderElementsOf(left);
        assertThatThrownBy(() -> served(new ChangedTools(Set.copyOf(before)), "sales"))
                .isInstanceOf(ToolConfigurationException.class)
                .hasMessageStartingWith("No tool has the name");
    }

    private static List<String> served(ToolBundle bundle, String name) {
        BundleTools all = BundleTools.of(List.of(bundle), ToolSelection.everything());
        return names(all.narrowed(preset(name).fitting(all.tools()).selection()));
    }

    private static List<String> names(BundleTools tools) {
        return tools.tools().stream().map(ToolDescriptor::name).toList();
    }

    /**
     * Attio's tools of another version, in which some are called otherwise.
     *
     * @param renamed tools whose names end with another letter
     */
    private record ChangedTools(Set<String> renamed) implements ToolBundle {

        @Override
        public String app() {
            return new AttioTools().app();
        }

        @Override
        public ApiTool tool(String name) {
            throw new IllegalArgumentException(name);
        }

        @Override
        public InputStream open(String name) {
            try (InputStream in = new AttioTools().open(name)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                for (String tool : renamed) {
                    text = text.replace("\"" + tool + "\"", "\"" + tool.substring(0, tool.length() - 1) + "z\"");
                }
                return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
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
