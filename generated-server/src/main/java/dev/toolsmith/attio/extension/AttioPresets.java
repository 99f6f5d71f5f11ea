package dev.toolsmith.attio.extension;

import dev.toolsmith.runtime.bundle.ToolPreset;
import dev.toolsmith.runtime.bundle.ToolSelection;
import java.util.List;

/** The choices of Attio's tools that have names. */
final class AttioPresets {

    /**
     * By name, so that a tool that another version brings along is not offered before somebody has looked at it. Neither
     * what deletes or overwrites, nor what changes the shape of a workspace, nor what repeats others.
     */
    private static final List<String> SALES = List.of(
            "attio_companies_assert",
            "attio_companies_attribute_values",
            "attio_companies_record_entries",
            "attio_deals_assert",
            "attio_deals_attribute_values",
            "attio_deals_record_entries",
            "attio_entries_assert",
            "attio_entries_attribute_values",
            "attio_people_assert",
            "attio_people_attribute_values",
            "attio_people_record_entries",
            "attio_records_search",
            "create_a_attio_company",
            "create_a_attio_deal",
            "create_a_attio_entry",
            "create_a_attio_note",
            "create_a_attio_person",
            "create_a_attio_task",
            "get_single_attio_company_by_id",
            "get_single_attio_deal_by_id",
            "get_single_attio_entry_by_id",
            "get_single_attio_note_by_id",
            "get_single_attio_person_by_id",
            "get_single_attio_task_by_id",
            "get_single_attio_workspace_member_by_id",
            "list_all_attio_attribute_options",
            "list_all_attio_attributes",
            "list_all_attio_companies",
            "list_all_attio_deals",
            "list_all_attio_entries",
            "list_all_attio_lists",
            "list_all_attio_me",
            "list_all_attio_notes",
            "list_all_attio_objects",
            "list_all_attio_people",
            "list_all_attio_statuses",
            "list_all_attio_tasks",
            "list_all_attio_workspace_members",
            "update_a_attio_company_by_id",
            "update_a_attio_deal_by_id",
            "update_a_attio_entry_by_id",
            "update_a_attio_person_by_id",
            "update_a_attio_task_by_id");

    private AttioPresets() {}

    static List<ToolPreset> all() {
        return List.of(sales(), admin());
    }

    private static ToolPreset sales() {
        return new ToolPreset(
                "sales",
                "companies, people, deals, entries, notes and tasks, and what finds them; without deleting or overwriting",
                new ToolSelection(List.of(), List.of(), SALES, List.of(), false));
    }

    private static ToolPreset admin() {
        return new ToolPreset(
                "admin",
                "how the workspace is made: objects, attributes, lists, webhooks, members and the token",
                new ToolSelection(
                        List.of(),
                        List.of("objects", "attributes", "lists", "webhooks", "workspace members", "meta"),
                        List.of(),
                        List.of(),
                        false));
    }
}
