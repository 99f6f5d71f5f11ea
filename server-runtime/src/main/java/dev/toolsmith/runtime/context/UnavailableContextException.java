package dev.toolsmith.runtime.context;

/**
 * Says that what a client asked for is offered to it, but cannot be told at this moment. Its message is for the client: why,
 * and what to do about it.
 */
public final class UnavailableContextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says so in whole sentences. */
    public UnavailableContextException(String message) {
        super(message, null, false, false);
    }
}
