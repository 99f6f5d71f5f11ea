package dev.toolsmith.platform.access;

import dev.toolsmith.platform.model.Administrator;
import java.time.Instant;

/** An administrator and the browser that proved to be theirs. */
public final class SignedIn {

    private final Administrator administrator;
    private final String cookie;
    private final Instant expiresAt;

    SignedIn(Administrator administrator, String cookie, Instant expiresAt) {
        this.administrator = administrator;
        this.cookie = cookie;
        this.expiresAt = expiresAt;
    }

    /** Whose session it is. */
    public Administrator administrator() {
        return administrator;
    }

    /** The session's secret, for the browser only. */
    public String cookie() {
        return cookie;
    }

    /** From when on the session is no good. */
    public Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public String toString() {
        return "SignedIn[" + administrator.id() + " until " + expiresAt + "]";
    }
}
