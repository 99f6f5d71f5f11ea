package dev.toolsmith.platform.admin;

import dev.toolsmith.runtime.bundle.ToolPreset;
import dev.toolsmith.runtime.bundle.ToolSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A restriction to begin with.
 *
 * @param name stands in links
 * @param title what people call it, and the server's name unless they give another
 * @param words what it is good for
 * @param form what it ticks
 */
record Preset(String name, String title, String words, ServerForm form) {

    private static final String READ_ONLY = "read-only";

    /**
     * Those that fit an app's tools.
     *
     * @param named choices of its tools that have names
     */
    static List<Preset> of(Choices choices, List<ToolPreset> named) {
        Set<String> all = choices.kindNames();
        Set<String> plain = choices.plainTagNames();
        List<Preset> presets = new ArrayList<>();
        presets.add(new Preset(
                READ_ONLY,
                "Read-only CRM",
                "Looks everything up, changes nothing.",
                ServerForm.ticking("Read-only CRM", all, plain, true)));
        named.stream().filter(one -> !one.name().equals(READ_ONLY)).forEach(one -> presets.add(of(choices, one)));
        presets.add(new Preset(
                "everything",
                "Everything but configuration",
                "Every tool, except those that change where data goes or how it is laid out.",
                ServerForm.ticking("Everything but configuration", all, plain, false)));
        presets.add(new Preset(
                "custom", "Custom", "Begins with nothing ticked.", ServerForm.ticking("", Set.of(), Set.of(), false)));
        return List.copyOf(presets);
    }

    private static Preset of(Choices choices, ToolPreset named) {
        ToolSelection selection = named.selection();
        String title = sentence(named.name().replace('-', ' '));
        Set<String> tags = selection.tags().isEmpty() ? choices.tagNames() : Set.copyOf(selection.tags());
        ServerForm form = ServerForm.ticking(title, choices.kinds(selection.methods()), tags, selection.readOnly())
                .naming(selection.tools(), selection.denied());
        return new Preset(named.name(), title, sentence(named.summary()) + ".", form);
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
