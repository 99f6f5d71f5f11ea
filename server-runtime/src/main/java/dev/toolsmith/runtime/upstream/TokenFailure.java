package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.upstream.UpstreamFailure.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says why a client got no token. Holds nothing of what it asked with. */
final class TokenFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int UNAUTHORIZED = 401;

    private final @Nullable Reason reason;
    private final int status;
    private final String code;
    private final String words;

    private TokenFailure(@Nullable Reason reason, int status, String code, String words) {
        super("no token", null, false, false);
        this.reason = reason;
        this.status = status;
        this.code = code;
        this.words = words;
    }

    /** No complete answer came. */
    static TokenFailure of(Reason reason) {
        return new TokenFailure(reason, 0, "", "");
    }

    /** The description names a place that no secret may be sent to; nothing was. */
    static TokenFailure unsafe() {
        return new TokenFailure(null, 0, "", "");
    }

    /** An answer came that is no token. */
    static TokenFailure refused(int status, String code, String words) {
        return new TokenFailure(null, status, code, words);
    }

    /** Why no complete answer came; empty when one came, or nothing was asked. */
    Optional<Reason> reason() {
        return Optional.ofNullable(reason);
    }

    /** The status of the answer; 0 when none came. */
    int status() {
        return status;
    }

    /** The error's code (RFC 6749, section 5.2), empty when the answer names none. */
    String code() {
        return code;
    }

    /** The endpoint's words, fit to be shown; empty when it has none. */
    String words() {
        return words;
    }

    /** Whether it is who asks that was refused, and not what is asked for. */
    boolean isOfClient() {
        return isOf("invalid_client") || status == UNAUTHORIZED;
    }

    boolean isOf(String other) {
        return code.equals(other);
    }
}
