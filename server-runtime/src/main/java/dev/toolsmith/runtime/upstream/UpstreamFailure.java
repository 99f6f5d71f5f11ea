package dev.toolsmith.runtime.upstream;

/** Says why there is no complete answer. Carries no text of the cause, which may name hosts. */
final class UpstreamFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    enum Reason {
        /** No connection came about, so not a byte of the request left. */
        UNREACHABLE,
        /** The certificate or the handshake was not acceptable; not a byte of the request left. */
        UNTRUSTED,
        /** The deadline passed. */
        TIMEOUT,
        /** The connection ended before the answer did. */
        INCOMPLETE,
        /** The answer is larger than the limit. */
        TOO_LARGE,
        /** The answer is no HTTP, or in an encoding that was not asked for. */
        INVALID,
        /** Too much is under way at this moment. */
        BUSY,
        /** It is not allowed any more. */
        STOPPED,
        /** The client does not want the answer any more. */
        CANCELLED
    }

    private final Reason reason;
    private final boolean sent;

    /**
     * A failure.
     *
     * @param sent whether bytes of the request may have left
     */
    UpstreamFailure(Reason reason, boolean sent) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.sent = sent;
    }

    Reason reason() {
        return reason;
    }

    /** Whether the API may have seen the request. */
    boolean sent() {
        return sent;
    }
}
