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

    /** The same by another name. */
    public HostedServer withName(String other) {
        return new HostedServer(id, connectionId, other, config, paused, createdBy, createdAt, updatedAt, expiresAt);
    }

    /** The same, restricted otherwise. */
    public HostedServer withConfig(ServerConfig other) {
        return new HostedServer(id, connectionId, name, other, paused, createdBy, createdAt, updatedAt, expiresAt);
    }

    /** The same, paused or not. */
    public HostedServer withPaused(boolean other) {
        return new HostedServer(id, connectionId, name, config, other, createdBy, createdAt, updatedAt, expiresAt);
    }

    /** The same, changed at an instant. */
    public HostedServer withUpdatedAt(Instant other) {
        return new HostedServer(id, connectionId, name, config, paused, createdBy, createdAt, other, expiresAt);
    }

    /** The same with another end; empty for none. */
    public HostedServer withExpiresAt(Optional<Instant> other) {
        return new HostedServer(id, connectionId, name, config, paused, createdBy, createdAt, updatedAt, other);
    }
}
