package dev.toolsmith.platform.limits;

import dev.toolsmith.platform.account.HostedApi;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.runtime.bundle.BundledTool;
import io.github.bucket4j.TimeMeter;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Says of each call whether it may be made now: calls a minute of a server, an API's quotas of a workspace, calls at a
 * time of a connection, and a pause for a connection most of whose calls fail. Waits for nothing, and remembers no more
 * than the most recently used.
 */
public final class CallLimits {

    private static final int MOST_REMEMBERED = 20_000;

    private final LongSupplier nanos;
    private final ServerRates servers;
    private final WorkspaceQuotas workspaces;
    private final ConnectionGates connections;
    private final OwnPlaces ownPlaces = new OwnPlaces();

    /** Limits by the machine's own stopwatch. */
    public static CallLimits ofThisMachine() {
        return new CallLimits(System::nanoTime);
    }

    /**
     * Limits by a given stopwatch.
     *
     * @param nanos never goes back
     */
    public CallLimits(LongSupplier nanos) {
        this.nanos = nanos;
        this.servers = new ServerRates(MOST_REMEMBERED, new Stopwatch(nanos));
        this.workspaces = new WorkspaceQuotas(MOST_REMEMBERED);
        this.connections = new ConnectionGates(MOST_REMEMBERED, new MonotonicClock(nanos));
    }

    /** How many connections are left alone now, because most of their last calls failed. */
    public long openBreakers() {
        return connections.in(CircuitBreaker.State.OPEN);
    }

    /** How many connections are being tried again. */
    public long halfOpenBreakers() {
        return connections.in(CircuitBreaker.State.HALF_OPEN);
    }

    /** How many connections are called as usual. */
    public long closedBreakers() {
        return connections.in(CircuitBreaker.State.CLOSED);
    }

    /** A turn for a call of a server's tool, counted if it is granted. */
    public Turn take(HostedServer server, Connection connection, HostedApi api, BundledTool tool) {
        ConnectionGate gate = connections.of(connection.id());
        if (!gate.bulkhead().tryAcquirePermission()) {
            return new Turn.Denied(
                    "busy",
                    "Too many calls of this account are under way. Nothing was sent. Wait a second, then call again"
                            + " with the same arguments.",
                    Optional.empty());
        }
        if (!gate.breaker().tryAcquirePermission()) {
            gate.bulkhead().releasePermission();
            return new Turn.Denied(
                    "circuit_open",
                    "Most of the last calls of this account failed on the API's side, so it is left alone for a few"
                            + " seconds. Nothing was sent. Wait 10 seconds, then call again with the same arguments.",
                    Optional.empty());
        }
        Turn.Granted place = gate.place(nanos);
        Optional<Turn.Denied> denied = counted(server, connection, api, tool);
        if (denied.isEmpty()) {
            return place;
        }
        place.unused();
        return denied.get();
    }

    /** What refuses a call that a server answers by itself; empty when it passes, and is counted among the server's calls. */
    public Optional<Turn.Denied> passUnsent(HostedServer server) {
        return servers.pass(server);
    }

    /**
     * A turn for a call that the platform makes for itself: it has places of its own, so that it never takes one from those
     * who call; it is counted in the workspace's quotas; and an account that is left alone, or being tried again, is left to
     * calls.
     */
    public Turn takeOwn(Connection connection, HostedApi api, BundledTool tool) {
        ConnectionGate gate = connections.of(connection.id());
        if (gate.breaker().getState() != CircuitBreaker.State.CLOSED) {
            return new Turn.Denied("circuit_open", "Most of the last calls of this account failed.", Optional.empty());
        }
        Optional<Turn.Granted> place = ownPlaces.take(gate);
        if (place.isEmpty()) {
            return new Turn.Denied("busy", "Too many calls of the server's own are under way.", Optional.empty());
        }
        Optional<Turn.Denied> full = workspaces.pass(connection, api, tool, nanos.getAsLong());
        if (full.isEmpty()) {
            return place.get();
        }
        place.get().unused();
        return full.get();
    }

    private Optional<Turn.Denied> counted(HostedServer server, Connection connection, HostedApi api, BundledTool tool) {
        Optional<Turn.Denied> denied = servers.pass(server);
        if (denied.isPresent()) {
            return denied;
        }
        Optional<Turn.Denied> full = workspaces.pass(connection, api, tool, nanos.getAsLong());
        if (full.isPresent()) {
            servers.back(server);
        }
        return full;
    }

    private record Stopwatch(LongSupplier nanos) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanos.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
