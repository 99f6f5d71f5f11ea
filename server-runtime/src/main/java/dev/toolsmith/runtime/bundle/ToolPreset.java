package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A choice of tools that has a name, so that nobody needs to put it together.
 *
 * @param name what is typed for it: lower case letters, digits and hyphens
 * @param summary what it is for, in a few words
 * @param selection the tools that it takes; it narrows like any other, and names that no tool has any more are left out
 */
public record ToolPreset(String name, String summary, ToolSelection selection) {

    public ToolPreset {
        if (!isName(name) || summary.isBlank()) {
            throw new IllegalArgumentException("A preset needs a plain name and a summary: \"" + name + "\"");
        }
    }

    /** The one that every server has: tools that leave everything as it was. */
    public static ToolPreset readOnly() {
        ToolSelection everything = ToolSelection.everything();
        return new ToolPreset(
                "read-only",
                "looks at everything, changes nothing",
                new ToolSelection(
                        everything.methods(), everything.tags(), everything.tools(), everything.denied(), true));
    }

    /**
     * The same for tools that may be of another version than the one that it was made for: of the names that it takes
     * those that there are. Where none of them is left it stays as it is and is refused, as no names at all would take
     * everything.
     */
    public ToolPreset fitting(List<ToolDescriptor> all) {
        Set<String> known = new HashSet<>();
        for (ToolDescriptor tool : all) {
            known.add(tool.name());
        }
        List<String> tools = new ArrayList<>(selection.tools());
        tools.retainAll(known);
        return tools.isEmpty() && !selection.tools().isEmpty()
                ? this
                : new ToolPreset(
                        name,
                        summary,
                        new ToolSelection(
                                selection.methods(),
                                selection.tags(),
                                tools,
                                selection.denied(),
                                selection.readOnly()));
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            boolean plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
            if (!plain) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
