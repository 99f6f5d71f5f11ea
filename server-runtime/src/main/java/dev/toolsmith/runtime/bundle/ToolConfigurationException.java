package dev.toolsmith.runtime.bundle;

/** Says that a server cannot be made of the bundles and the selection it was given; the message says what to change. */
public final class ToolConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A reason that a person can act on. */
    public ToolConfigurationException(String message) {
        super(message);
    }

    /** A reason that a person can act on, and what brought it to light. */
    public ToolConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
