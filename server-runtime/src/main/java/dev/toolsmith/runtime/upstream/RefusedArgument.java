package dev.toolsmith.runtime.upstream;

/** Says, in words for a model, why a call's arguments become no request. Nothing has been sent. */
final class RefusedArgument extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    RefusedArgument(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
