package dev.toolsmith.runtime.upstream.request;

/** Says, in words for a model, why a call's arguments become no request. Nothing has been sent. */
public final class RefusedArgument extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * A refusal.
     *
     * @param reason in words for a model
     */
    public RefusedArgument(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** What is wrong, in words for a model. */
    public String reason() {
        return reason;
    }
}
