package dev.toolsmith.runtime.bundle;

/**
 * A choice of tools that has a name, so that nobody needs to put it together.
 *
 * @param name what is typed for it: lower case letters, digits and hyphens
 * @param summary what it is for, in a few words
 * @param selection the tools that it takes; it narrows like any other
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
