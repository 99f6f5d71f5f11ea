package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.ServerConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a server's parts may say. */
final class ServerRules {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_CALLS_PER_MINUTE = 100_000;
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(60);
    private static final Duration LONGEST_OVERLAP = Duration.ofHours(24);

    private ServerRules() {}

    static void checkNew(HostedServers.Draft draft, Instant now) {
        checkName(draft.name());
        checkConfig(draft.config());
        if (draft.expiresAt()
                .filter(end -> end.isBefore(now.plus(SHORTEST_LIFE)))
                .isPresent()) {
            throw ProblemException.of(
                    422,
                    "expires_too_soon",
                    "A server lives for at least " + SHORTEST_LIFE.toSeconds() + " seconds. Give a later time.",
                    "/expires_at");
        }
    }

    static void checkChange(HostedServer before, HostedServer after, Instant now) {
        checkName(after.name());
        if (!after.config().equals(before.config())) {
            checkConfig(after.config());
        }
        Optional<Instant> end = after.expiresAt();
        if (!end.equals(before.expiresAt()) && end.isPresent() && !end.get().isAfter(now)) {
            throw ProblemException.of(
                    422,
                    "expires_too_soon",
                    "This time is over already. Give a later one, or delete the server.",
                    "/expires_at");
        }
    }

    static void checkOverlap(Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw ProblemException.of(
                    422,
                    "overlap_out_of_range",
                    "The old URL may work on for 0 to " + LONGEST_OVERLAP.toSeconds() + " seconds.",
                    "/overlap_seconds");
        }
    }

    private static void checkName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.of(
                    422, "name_form", "A name has 1 to " + LONGEST_NAME + " characters on one line.", "/name");
        }
    }

    private static void checkConfig(ServerConfig config) {
        if (config.callsPerMinute()
                .filter(calls -> calls < 1 || calls > MOST_CALLS_PER_MINUTE)
                .isPresent()) {
            throw ProblemException.of(
                    422,
                    "calls_per_minute_out_of_range",
                    "A server may make 1 to " + MOST_CALLS_PER_MINUTE
                            + " calls a minute; leave it out for no limit of its own.",
                    "/config/calls_per_minute");
        }
    }
}
