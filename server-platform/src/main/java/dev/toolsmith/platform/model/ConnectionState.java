package dev.toolsmith.platform.model;

/** Whether a connected account can be used. */
public enum ConnectionState {
    /** Its credential was accepted when it was last looked at. */
    ACTIVE,
    /** The API refused its credential once, and it could not be confirmed that it is no good. Calls still go through. */
    SUSPECT,
    /** The API confirmed that its credential is no good. Nothing is sent until it is authorised anew. */
    REVOKED,
    /** An operator has paused it. Nothing is sent. */
    PAUSED;

    /** Whether calls may be sent. */
    public boolean sends() {
        return this == ACTIVE || this == SUSPECT;
    }
}
