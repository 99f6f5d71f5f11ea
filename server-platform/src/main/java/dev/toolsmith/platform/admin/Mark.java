package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.HostedServer;
import java.time.Instant;

/**
 * A word on a coloured ground.
 *
 * @param text what it says
 * @param tone {@code good}, {@code warn}, {@code bad}, or empty for neither
 */
record Mark(String text, String tone) {

    /** Whether an account works. */
    static Mark of(Connection connection) {
        return switch (connection.state()) {
            case ACTIVE -> new Mark("Working", "good");
            case SUSPECT -> new Mark("In doubt", "warn");
            case REVOKED -> new Mark("Needs a new key", "bad");
            case PAUSED -> new Mark("Paused", "warn");
        };
    }

    /** Whether a server works, whatever its account does. */
    static Mark of(HostedServer server, Instant now) {
        if (server.isExpired(now)) {
            return new Mark("Expired", "bad");
        }
        return server.paused() ? new Mark("Paused", "warn") : new Mark("Working", "good");
    }
}
