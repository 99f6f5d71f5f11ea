package dev.toolsmith.runtime.tool;

import dev.toolsmith.runtime.text.ClosestNames;
import java.util.Collection;

/** Says that a call named a tool that is not offered: one that does not exist, or one that is hidden. */
public final class UnknownToolException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 64;

    /**
     * Names the tool that was asked for, and the one that was likely meant.
     *
     * @param name what was asked for, of which 64 characters are told
     * @param offered the names that may be told: those of the tools that are offered
     */
    public UnknownToolException(String name, Collection<String> offered) {
        super(
                "Unknown tool: " + (name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name)
                        + ClosestNames.to(name, offered)
                                .map(meant -> ". Did you mean \"" + meant + "\"?")
                                .orElse(""),
                null,
                false,
                false);
    }
}
