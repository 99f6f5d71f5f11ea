package dev.toolsmith.attio.extension;

import dev.toolsmith.runtime.bundle.ToolPreset;
import dev.toolsmith.runtime.bundle.ToolSelection;
import java.util.List;

/** The choices of Attio's tools that have names. */
final class AttioPresets {

    /** What the tags of lookups bring along: what changes the shape of a workspace, and what single lookups and others repeat. */
    private static final List<String> NOT_FOR_SALES = List.of(
            "attio_records_assert",
            "attio_records_attribute_values",
            "attio_records_record_entries",
            "create_a_attio_attribute",
            "create_a_attio_attribute_option",
            "create_a_attio_list",
            "create_a_attio_object",
            "create_a_attio_record",
            "create_a_attio_status",
            "get_single_attio_attribute_by_id",
            "get_single_attio_list_by_id",
            "get_single_attio_object_by_id",
            "get_single_attio_record_by_id",
            "list_all_attio_auth_session",
            "list_all_attio_records",
            "update_a_attio_attribute_by_id",
            "update_a_attio_attribute_option_by_id",
            "update_a_attio_list_by_id",
            "update_a_attio_object_by_id",
            "update_a_attio_record_by_id",
            "update_a_attio_status_by_id");

    private AttioPresets() {}

    static List<ToolPreset> all() {
        return List.of(sales(), admin());
    }

    private static ToolPreset sales() {
        return new ToolPreset(
                "sales",
                "companies, people, deals, entries, notes and tasks, and what finds them; without deleting or overwriting",
                new ToolSelection(
                        List.of("read", "create", "update", "assert", "attribute_values", "record_entries", "search"),
                        List.of(
                                "companies",
                                "people",
                                "deals",
                                "entries",
                                "notes",
                                "tasks",
                                "records",
                                "objects",
                                "lists",
                                "attributes",
                                "workspace members",
                                "meta"),
                        List.of(),
                        NOT_FOR_SALES,
                        false));
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
