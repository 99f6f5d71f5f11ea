package dev.toolsmith.runtime.tool;

/** Says that a call named a tool that is not offered: one that does not exist, or one that is hidden. */
public final class UnknownToolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownToolException(String name) {
        super("Unknown tool: " + (name.length() > 64 ? name.substring(0, 64) + "…" : name), null, false, false);
    }
}
