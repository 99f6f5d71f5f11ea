package dev.toolsmith.sandbox.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One value of an attribute, from when to when it holds.
 *
 * @param activeFrom when it was set
 * @param activeUntil when it was replaced or cleared; null while it holds
 * @param createdBy who set it
 * @param content the keys of its type, never changed after storing
 * @param key what makes two values the same
 */
public record StoredValue(
        Instant activeFrom, @Nullable Instant activeUntil, Actor createdBy, ObjectNode content, String key) {

    /** A value that holds from a moment on. */
    public static StoredValue open(Instant from, Actor by, ObjectNode content, String key) {
        return new StoredValue(from, null, by, content, key);
    }

    /** This value, ended at a moment. */
    public StoredValue closed(Instant until) {
        return new StoredValue(activeFrom, until, createdBy, content, key);
    }
}
