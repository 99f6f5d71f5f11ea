package dev.toolsmith.runtime.tool;

/** Says that a call needs something of its client that the client has not declared to be able to. */
public final class MissingCapabilityException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String capability;

    /** Names the capability (MCP 2026-07-28, ClientCapabilities), such as {@code elicitation}. */
    public MissingCapabilityException(String capability) {
        this(capability, "The client does not offer what the request needs: ".concat(capability));
    }

    /**
     * Names the capability, and says what it is needed for.
     *
     * @param why whole sentences for the client's developer
     */
    public MissingCapabilityException(String capability, String why) {
        super(why, null, false, false);
        this.capability = capability;
    }

    /** The capability's name. */
    public String capability() {
        return capability;
    }
}
