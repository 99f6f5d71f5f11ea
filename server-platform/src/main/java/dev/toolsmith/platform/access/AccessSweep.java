package dev.toolsmith.platform.access;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes API tokens and sessions soon after they are over. */
public final class AccessSweep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccessSweep.class);
    private static final long PERIOD_SECONDS = 5;
    private static final long PATIENCE_SECONDS = 5;

    private final List<Runnable> parts;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "access-sweep");
        thread.setDaemon(true);
        return thread;
    });

    private AccessSweep(ApiTokens tokens, Administrators administrators) {
        this.parts = List.of(tokens::sweep, administrators::sweep);
    }

    /** Sweeps now and then, until it is closed. */
    public static AccessSweep start(ApiTokens tokens, Administrators administrators) {
        AccessSweep sweep = new AccessSweep(tokens, administrators);
        Future<?> unused = sweep.schedule.scheduleWithFixedDelay(sweep::run, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
        return sweep;
    }

    private void run() {
        try {
            parts.forEach(Runnable::run);
        } catch (RuntimeException e) {
            LOG.warn("Tokens or sessions that are over could not be removed; it is tried again soon");
        }
    }

    /** Lets a sweep under way end, for a moment. */
    @Override
    public void close() {
        schedule.shutdown();
        try {
            if (!schedule.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A removal of tokens and sessions that are over does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
