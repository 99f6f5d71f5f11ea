package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.audit.AuditEvent.Outcome;
import dev.toolsmith.platform.audit.AuditJson;
import dev.toolsmith.platform.audit.AuditQuery;
import dev.toolsmith.platform.audit.AuditRow;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.store.StoreReads;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls that are under way: recorded as about to be sent, and no more. Those of a process that ended in the midst of them
 * get their outcome when the next one starts. A mark in the store says before which time there are none, so that not the
 * whole trail has to be read.
 */
final class Unfinished {

    private static final Logger LOG = LoggerFactory.getLogger(Unfinished.class);
    private static final String MARK = "calls.settled";

    /** Covers questions about credentials, which are not counted here, and a clock that is set a little. */
    private static final Duration SLACK = Duration.ofMinutes(2);

    private final Store store;
    private final Clock clock;
    private final Map<String, Instant> began = new ConcurrentHashMap<>();
    private volatile boolean changed;

    Unfinished(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void begin(String callId) {
        began.put(callId, clock.instant());
        changed = true;
    }

    void end(String callId) {
        began.remove(callId);
    }

    /** Gives calls of a process before this one their outcome; to be done before this one takes any. */
    void settle() {
        Map<String, AuditEvent> open = store.read(Unfinished::open);
        if (!open.isEmpty()) {
            Instant now = clock.instant();
            Changes.await(store.write(change -> {
                open.values().forEach(intent -> change.append(outcome(intent, now)));
                return open.size();
            }));
        }
    }

    private static Map<String, AuditEvent> open(StoreReads reads) {
        Optional<Instant> from = reads.value(MARK)
                .map(bytes -> Instant.parse(new String(bytes, StandardCharsets.US_ASCII))
                        .minus(SLACK));
        Map<String, AuditEvent> open = new LinkedHashMap<>();
        AuditQuery query = new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                from,
                Optional.empty(),
                200);
        reads.eachAudit(query, row -> note(row, open));
        return open;
    }

    private static void note(AuditRow row, Map<String, AuditEvent> open) {
        boolean intent = row.body().contains("\"kind\":\"" + AuditEvent.CALL_INTENT + "\"");
        if (!intent && !row.body().contains("\"kind\":\"" + AuditEvent.CALL_OUTCOME + "\"")) {
            return;
        }
        AuditEvent event = AuditJson.read(row.body());
        if (intent) {
            open.put(event.invocation().callId(), event);
        } else {
            open.remove(event.invocation().callId());
        }
    }

    private static AuditEvent outcome(AuditEvent intent, Instant now) {
        return new AuditEvent(
                now,
                AuditEvent.CALL_OUTCOME,
                intent.subject(),
                intent.invocation(),
                new Outcome("allowed", "server_restarted", 0, "", 0, 0),
                Map.of());
    }

    /** Notes since when there is no call without an outcome; does not wait. */
    void mark() {
        if (!changed) {
            return;
        }
        changed = false;
        Instant now = clock.instant();
        List<Instant> open = new ArrayList<>(began.values());
        Instant since = open.stream().min(Comparator.naturalOrder()).orElse(now);
        byte[] text = since.toString().getBytes(StandardCharsets.US_ASCII);
        CompletableFuture<?> unused = store.write(change -> {
                    change.setValue(MARK, text);
                    return true;
                })
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        changed = true;
                        LOG.warn("It could not be noted which calls are finished; it is tried again soon");
                    }
                });
    }
}
