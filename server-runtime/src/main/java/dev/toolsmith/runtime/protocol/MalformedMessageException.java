package dev.toolsmith.runtime.protocol;

/** Says that bytes are no JSON that this server reads; the message is fit for a client. */
final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedMessageException(String message) {
        super(message, null, false, false);
    }
}
