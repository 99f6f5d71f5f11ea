package dev.toolsmith.platform.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What makes a server's URL its own. The token itself is not kept.
 *
 * @param id {@code tok_} and a random part
 * @param serverId the server it opens
 * @param mac what is kept of it: an HMAC in base64url
 * @param hint its last four characters
 * @param endsAt from when on it opens nothing, after it was rolled; empty for as long as the server lives
 */
public record UrlToken(
        String id, String serverId, String mac, String hint, Instant createdAt, Optional<Instant> endsAt) {

    /** Whether it opens nothing any more at an instant. */
    public boolean isEnded(Instant now) {
        return endsAt.isPresent() && !now.isBefore(endsAt.get());
    }
}
