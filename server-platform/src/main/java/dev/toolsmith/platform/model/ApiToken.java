package dev.toolsmith.platform.model;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What programs prove themselves with. The token itself is not kept.
 *
 * @param id {@code key_} and a random part
 * @param name what people call it
 * @param mac what is kept of it: an HMAC in base64url
 * @param hint its last four characters
 * @param permissions what it may do
 * @param serverId the one server it may call; empty for every server
 * @param createdBy the actor who made it
 * @param expiresAt from when on it is no good; empty for never
 */
public record ApiToken(
        String id,
        String name,
        String mac,
        String hint,
        Set<Permission> permissions,
        Optional<String> serverId,
        String createdBy,
        Instant createdAt,
        Optional<Instant> expiresAt) {

    /** What a token may do. */
    public enum Permission {
        /** Use the management API. */
        MANAGE,
        /** Call tools of servers that ask for a token. */
        CALL,
        /** Read metrics. */
        METRICS
    }

    public ApiToken {
        permissions = Set.copyOf(permissions);
    }

    /** Whether it is no good any more at an instant. */
    public boolean isExpired(Instant now) {
        return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
    }
}
