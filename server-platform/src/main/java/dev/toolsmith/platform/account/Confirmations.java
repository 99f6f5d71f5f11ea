package dev.toolsmith.platform.account;

import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ConnectionState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out, once for all calls that were refused, whether a connection's credential is no good any more. */
final class Confirmations {

    private static final Logger LOG = LoggerFactory.getLogger(Confirmations.class);
    private static final String STATE = "connection.state";
    private static final Duration PROBE = Duration.ofSeconds(2);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** What is going on about one connection. Guarded by itself. */
    private static final class Doubt {
        private @Nullable CompletableFuture<ConnectionState> running;
        private boolean recovering;
        private int count;
        private Instant since = Instant.MIN;
        private Duration wait = Duration.ZERO;

        /** Whether it may be asked about again. A clock that was put back keeps nobody waiting. */
        boolean isDue(Instant now) {
            return count == 0 || now.isBefore(since) || !now.isBefore(since.plus(wait));
        }

        void again(Instant now) {
            boolean longAgo =
                    count > 0 && now.isAfter(since.plus(wait.multipliedBy(2)).plus(LONGEST_WAIT));
            count = longAgo ? 1 : count + 1;
            Duration doubled = count == 1 ? FIRST_WAIT : wait.multipliedBy(2);
            wait = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
            since = now;
        }
    }

    private final LiveConnections live;
    private final ConnectionChanges changes;
    private final AccountAsking asking;
    private final HeldCredentials credentials;
    private final Clock clock;
    private final ConnectionForms forms;
    private final Map<String, Doubt> doubts = new ConcurrentHashMap<>();

    Confirmations(
            LiveConnections live,
            ConnectionChanges changes,
            AccountAsking asking,
            HeldCredentials credentials,
            Clock clock) {
        this.live = live;
        this.changes = changes;
        this.asking = asking;
        this.credentials = credentials;
        this.clock = clock;
        this.forms = new ConnectionForms(clock);
    }

    /** A call was refused; it was made with the credential of this generation, or with an unknown one. */
    CompletableFuture<ConnectionState> unauthorized(String id, Optional<Long> generation) {
        Doubt doubt = doubts.computeIfAbsent(id, connection -> new Doubt());
        CompletableFuture<ConnectionState> mine = new CompletableFuture<>();
        LiveConnections.Held held;
        synchronized (doubt) {
            CompletableFuture<ConnectionState> other = doubt.running;
            if (other != null) {
                return other.copy();
            }
            Optional<LiveConnections.Held> found = live.find(id);
            if (found.isEmpty()) {
                doubts.remove(id);
                return CompletableFuture.completedFuture(ConnectionState.REVOKED);
            }
            held = found.get();
            ConnectionState state = held.connection().state();
            boolean isLate = generation.isPresent() && generation.get() != held.generation();
            if (!state.sends() || isLate || !doubt.isDue(clock.instant())) {
                return CompletableFuture.completedFuture(state);
            }
            doubt.running = mine;
        }
        CompletableFuture<ConnectionState> unused =
                confirm(held, doubt).whenComplete((state, failure) -> finish(doubt, mine, state, failure));
        return mine.copy();
    }

    private static void finish(
            Doubt doubt,
            CompletableFuture<ConnectionState> mine,
            @Nullable ConnectionState state,
            @Nullable Throwable failure) {
        synchronized (doubt) {
            doubt.running = null;
        }
        if (failure != null) {
            mine.completeExceptionally(failure);
        } else if (state != null) {
            mine.complete(state);
        }
    }

    private CompletableFuture<ConnectionState> confirm(LiveConnections.Held held, Doubt doubt) {
        try {
            Connection connection = held.connection();
            HeldCredentials.Opened opened = credentials.open(held);
            return asking.again(connection, opened.credential(), PROBE)
                    .thenCompose(answer -> conclude(connection.id(), opened, answer, doubt));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<ConnectionState> conclude(
            String id, HeldCredentials.Opened opened, AccountAnswer answer, Doubt doubt) {
        boolean refused = answer.verdict() == AccountAnswer.Verdict.REFUSED;
        if (!refused) {
            synchronized (doubt) {
                doubt.again(clock.instant());
            }
        }
        return changes.change(Actor.SYSTEM, STATE, id, (reads, now) -> {
                    if (!now.state().sends() || !credentials.isStill(reads, id, opened)) {
                        return Optional.empty();
                    }
                    if (refused) {
                        return Optional.of(forms.revoked(now));
                    }
                    boolean saidGood = answer.verdict() == AccountAnswer.Verdict.GOOD;
                    return now.state() == ConnectionState.SUSPECT
                            ? Optional.empty()
                            : Optional.of(forms.suspect(now, saidGood));
                })
                .thenApply(Connection::state);
    }

    /** A call went well. */
    void answered(String id) {
        Optional<LiveConnections.Held> held = live.find(id);
        if (held.isEmpty() || held.get().connection().state() != ConnectionState.SUSPECT) {
            return;
        }
        Doubt doubt = doubts.computeIfAbsent(id, connection -> new Doubt());
        synchronized (doubt) {
            if (doubt.recovering || doubt.running != null) {
                return;
            }
            doubt.recovering = true;
        }
        CompletableFuture<Connection> unused = changes.change(Actor.SYSTEM, STATE, id, (reads, now) -> recovered(now))
                .whenComplete((done, failure) -> {
                    synchronized (doubt) {
                        doubt.recovering = false;
                    }
                    if (failure != null) {
                        LOG.warn(
                                "The connection {} could not be set to ACTIVE; the next good answer tries again",
                                id,
                                failure);
                    }
                });
    }

    private Optional<Connection> recovered(Connection now) {
        return now.state() == ConnectionState.SUSPECT ? Optional.of(forms.active(now)) : Optional.empty();
    }

    /** Nothing is in doubt any more: the API has just been asked. */
    void settle(String id) {
        Doubt doubt = doubts.computeIfAbsent(id, connection -> new Doubt());
        synchronized (doubt) {
            doubt.count = 0;
        }
    }

    /** The connection is gone. */
    void forget(String id) {
        doubts.remove(id);
    }
}
