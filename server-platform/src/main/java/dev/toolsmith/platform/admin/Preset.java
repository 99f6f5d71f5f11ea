package dev.toolsmith.platform.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A restriction to begin with.
 *
 * @param name stands in links
 * @param title what people call it, and the server's name unless they give another
 * @param words what it is good for
 * @param form what it ticks
 */
record Preset(String name, String title, String words, ServerForm form) {

    private static final Set<String> SALES = Set.of("companies", "people", "deals", "entries", "notes", "tasks");

    /** Those that fit an app's tools. */
    static List<Preset> of(Choices choices) {
        Set<String> all = choices.kindNames();
        Set<String> plain = choices.plainTagNames();
        List<Preset> presets = new ArrayList<>();
        presets.add(new Preset(
                "read-only",
                "Read-only CRM",
                "Looks everything up, changes nothing.",
                ServerForm.ticking("Read-only CRM", all, plain, true)));
        if (plain.containsAll(SALES)) {
            Set<String> noDeletes = new TreeSet<>(all);
            noDeletes.remove("delete");
            presets.add(new Preset(
                    "sales",
                    "Sales assistant",
                    "Works on companies, people, deals, lists' entries, notes and tasks; deletes nothing.",
                    ServerForm.ticking("Sales assistant", noDeletes, SALES, false)));
        }
        presets.add(new Preset(
                "everything",
                "Everything but configuration",
                "Every tool, except those that change where data goes or how it is laid out.",
                ServerForm.ticking("Everything but configuration", all, plain, false)));
        presets.add(new Preset(
                "custom", "Custom", "Begins with nothing ticked.", ServerForm.ticking("", Set.of(), Set.of(), false)));
        return List.copyOf(presets);
    }
}
