package dev.toolsmith.runtime.context;

/**
 * Says that a client asked for something that is not offered to it: a prompt, a resource or an argument, or that it left a
 * required argument out. Its message is for the client.
 */
public final class UnknownContextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says so in words that tell what there is instead. */
    public UnknownContextException(String message) {
        super(message, null, false, false);
    }
}
