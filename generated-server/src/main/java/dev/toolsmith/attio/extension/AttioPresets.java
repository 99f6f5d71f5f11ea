package dev.toolsmith.attio.extension;

import dev.toolsmith.runtime.bundle.ToolPreset;
import dev.toolsmith.runtime.bundle.ToolSelection;
import java.util.List;

/** The choices of Attio's tools that have names. */
final class AttioPresets {

    private AttioPresets() {}

    static List<ToolPreset> all() {
        return List.of(
                new ToolPreset(
                        "sales",
                        "companies, people, deals, entries, notes and tasks, without deleting or overwriting",
                        new ToolSelection(
                                List.of("read", "create", "update", "assert", "attribute_values", "record_entries"),
                                List.of("companies", "people", "deals", "entries", "notes", "tasks"),
                                List.of(),
                                List.of(),
                                false)),
                new ToolPreset(
                        "admin",
                        "how the workspace is made: objects, attributes, lists, webhooks, members and the token",
                        new ToolSelection(
                                List.of(),
                                List.of("objects", "attributes", "lists", "webhooks", "workspace members", "meta"),
                                List.of(),
                                List.of(),
                                false)));
    }
}
