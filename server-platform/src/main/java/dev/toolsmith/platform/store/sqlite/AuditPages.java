package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.audit.AuditJson;
import dev.toolsmith.platform.audit.AuditQuery;
import dev.toolsmith.platform.audit.AuditRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Pages of the trail. No statement stays open between two, so a slow reader holds up nobody. */
final class AuditPages {

    private static final int LARGEST = 200;
    private static final int STREAMED = 500;

    private final Handle handle;
    private final Runnable betweenPages;

    AuditPages(Handle handle, Runnable betweenPages) {
        this.handle = handle;
        this.betweenPages = betweenPages;
    }

    List<AuditRow> newestFirst(AuditQuery query) {
        Map<String, Object> conditions = conditions(query);
        query.before().ifPresent(before -> conditions.put("sequence < :before", before));
        return page(conditions, "DESC", Math.max(1, Math.min(LARGEST, query.limit())));
    }

    void each(AuditQuery query, Consumer<AuditRow> consumer) {
        Map<String, Object> conditions = conditions(query);
        query.before().ifPresent(before -> conditions.put("sequence < :before", before));
        long after = 0;
        List<AuditRow> page;
        do {
            conditions.put("sequence > :after", after);
            page = page(conditions, "ASC", STREAMED);
            betweenPages.run();
            page.forEach(consumer);
            after = page.isEmpty() ? after : page.get(page.size() - 1).sequence();
        } while (page.size() == STREAMED);
    }

    private static Map<String, Object> conditions(AuditQuery query) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        query.serverId().ifPresent(id -> conditions.put("server_id = :server", id));
        query.connectionId().ifPresent(id -> conditions.put("connection_id = :connection", id));
        query.tool().ifPresent(tool -> conditions.put("tool = :tool", tool));
        query.decision().ifPresent(decision -> conditions.put("decision = :decision", decision));
        query.from().ifPresent(from -> conditions.put("time >= :from", AuditJson.time(upToMillis(from))));
        query.until().ifPresent(until -> conditions.put("time < :until", AuditJson.time(upToMillis(until))));
        return conditions;
    }

    /** Rows hold milliseconds, cut; so a bound between two of them means the later one. */
    private static Instant upToMillis(Instant time) {
        Instant cut = time.truncatedTo(ChronoUnit.MILLIS);
        return cut.equals(time) ? cut : cut.plusMillis(1);
    }

    private List<AuditRow> page(Map<String, Object> conditions, String order, int limit) {
        List<String> sql = new ArrayList<>(conditions.keySet());
        String where = sql.isEmpty() ? "" : " WHERE " + String.join(" AND ", sql);
        try (var question = handle.createQuery("SELECT sequence, body, previous, hash FROM audit" + where
                + " ORDER BY sequence " + order + " LIMIT " + limit)) {
            conditions.forEach(
                    (condition, value) -> question.bind(condition.substring(condition.indexOf(':') + 1), value));
            return question.map((row, context) -> Rows.audit(row)).list();
        }
    }
}
