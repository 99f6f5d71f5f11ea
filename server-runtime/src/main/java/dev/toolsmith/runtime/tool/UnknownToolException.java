package dev.toolsmith.runtime.tool;

import java.util.Optional;

/** Says that a call named a tool that is not offered: one that does not exist, or one that is hidden. */
public final class UnknownToolException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 64;

    /**
     * Names the tool that was asked for, and the one that was likely meant.
     *
     * @param name what was asked for, of which 64 characters are told
     * @param meant the name of an offered tool, if one is close; never one of a hidden tool
     */
    public UnknownToolException(String name, Optional<String> meant) {
        this("Unknown tool: " + told(name)
                + meant.map(tool -> ". Did you mean \"" + tool + "\"?").orElse(""));
    }

    private UnknownToolException(String message) {
        super(message, null, false, false);
    }

    /**
     * Says that tools are called by another one, whether there is one of that name or not.
     *
     * @param name what was asked for, of which 64 characters are told
     * @param caller the name of the tool that takes the name of a tool as {@code tool_name}
     */
    public static UnknownToolException calledBy(String caller, String name) {
        String told = told(name);
        return new UnknownToolException("Unknown tool: " + told + ". Tools are called by " + caller
                + " here: call it with tool_name \"" + told + "\".");
    }

    private static String told(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name;
    }
}
