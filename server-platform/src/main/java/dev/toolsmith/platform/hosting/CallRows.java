package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.audit.AuditEvent.Outcome;
import dev.toolsmith.platform.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Appends the rows of calls. An outcome that cannot be kept when it is known follows with the next row that can, so that
 * no intent stays open while the platform runs. There are never more of them than calls were under way at one time.
 */
final class CallRows {

    private final Store store;
    private final Executor threads;
    private final Queue<AuditEvent> owed = new ConcurrentLinkedQueue<>();

    /**
     * Rows in a store.
     *
     * @param threads what follows a row runs there: the thread that writes rows has others to write
     */
    CallRows(Store store, Executor threads) {
        this.store = store;
        this.threads = threads;
    }

    /** Appends a row; whether it is durable now. Never fails. */
    CompletableFuture<Boolean> append(AuditEvent row) {
        List<AuditEvent> late = takeOwed();
        CompletableFuture<Boolean> kept;
        try {
            kept = store.write(change -> {
                late.forEach(change::append);
                change.append(row);
                return true;
            });
        } catch (RuntimeException e) {
            kept = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<Boolean> durable = kept.exceptionally(failure -> {
            owed.addAll(late);
            if (row.kind().equals(AuditEvent.CALL_OUTCOME)) {
                owed.add(withheld(row));
            }
            return false;
        });
        return durable.thenApplyAsync(Function.identity(), threads);
    }

    private List<AuditEvent> takeOwed() {
        List<AuditEvent> late = new ArrayList<>();
        for (AuditEvent row = owed.poll(); row != null; row = owed.poll()) {
            late.add(row);
        }
        return late;
    }

    private static AuditEvent withheld(AuditEvent row) {
        return new AuditEvent(
                row.time(), row.kind(), row.subject(), row.invocation(), unrecorded(row.outcome()), row.detail());
    }

    /** What the caller was told in place of an outcome that could not be kept. */
    static Outcome unrecorded(Outcome lost) {
        return new Outcome(
                "refused", Refused.UNAUDITED, lost.upstreamStatus(), lost.requestId(), lost.millis(), lost.bytes());
    }
}
