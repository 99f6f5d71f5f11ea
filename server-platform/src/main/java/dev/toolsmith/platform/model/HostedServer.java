package dev.toolsmith.platform.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A restricted MCP server for one connection.
 *
 * @param id {@code srv_} and a random part
 * @param connectionId whose account it calls
 * @param name what people call it
 * @param config how it is restricted
 * @param paused whether an operator has paused it
 * @param createdBy the actor who made it
 * @param expiresAt from when on it is gone; empty for never
 */
public record HostedServer(
        String id,
        String connectionId,
        String name,
        ServerConfig config,
        boolean paused,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> expiresAt) {

    /** Whether it is gone at an instant, which includes the instant of expiry itself. */
    public boolean isExpired(Instant now) {
        return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
    }
}
