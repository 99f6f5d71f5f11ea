package dev.toolsmith.platform.api;

import dev.toolsmith.platform.audit.AuditExport;
import dev.toolsmith.platform.audit.AuditQuery;
import dev.toolsmith.platform.audit.AuditRow;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.runtime.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The trail of every call and change. */
final class AuditRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(AuditRoutes.class);
    private static final String ALL = "/api/v1/audit";
    private static final List<String> FILTERS = List.of("server", "connection", "tool", "decision", "from", "until");
    private static final String LIST = "audit";

    private final Store store;
    private final Cursors cursors;
    private final Semaphore exports;

    AuditRoutes(ManagementApi.Parts parts, Cursors cursors) {
        this.store = parts.store();
        this.exports = parts.exports();
        this.cursors = cursors;
    }

    List<Route> all() {
        List<String> listed = new ArrayList<>(FILTERS);
        listed.addAll(Pages.PARAMETERS);
        List<String> exported = new ArrayList<>(FILTERS);
        exported.add("format");
        return List.of(
                Route.of("GET", ALL, this::list).knowing(listed),
                Route.of("GET", ALL + "/export", this::export).knowing(exported));
    }

    private Reply list(ApiCall call) {
        int limit = call.query().number("limit", 1, Pages.MOST, Pages.USUAL);
        Optional<Long> before = call.query().text("cursor").map(cursor -> Long.valueOf(cursors.place(LIST, cursor)));
        AuditQuery wanted = filters(call.query(), before, limit);
        List<AuditRow> rows = store.read(reads -> reads.audit(wanted));
        Optional<String> next = Optional.empty();
        if (rows.size() == limit) {
            long last = rows.get(limit - 1).sequence();
            AuditQuery further = filters(call.query(), Optional.of(last), 1);
            next = store.read(reads -> reads.audit(further)).isEmpty()
                    ? Optional.empty()
                    : Optional.of(cursors.of(LIST, Long.toString(last)));
        }
        return Pages.reply(rows.stream().map(AuditRoutes::json).toList(), next, call);
    }

    /** Writes rows as they are read; whoever reads slowly holds up nobody but those who export too. */
    private Reply export(ApiCall call) {
        AuditQuery wanted = filters(call.query(), Optional.empty(), 1);
        boolean csv = call.query()
                .oneOf("format", List.of("jsonl", "csv"))
                .orElse("jsonl")
                .equals("csv");
        if (!exports.tryAcquire()) {
            throw Refused.of(429, "too_many_exports", "Too many exports are under way. Try again when one has ended.")
                    .with("Retry-After", "10");
        }
        return Reply.streamed(csv ? "text/csv" : "application/jsonl", out -> {
                    try {
                        write(wanted, new AuditExport(csv ? AuditExport.Format.CSV : AuditExport.Format.JSONL, out));
                    } finally {
                        exports.release();
                    }
                })
                .with("Content-Disposition", "attachment; filename=\"audit." + (csv ? "csv" : "jsonl") + "\"");
    }

    private void write(AuditQuery wanted, AuditExport export) {
        store.read(reads -> {
            reads.eachAudit(wanted, export);
            return true;
        });
        export.flush();
    }

    private static AuditQuery filters(Query query, Optional<Long> before, int limit) {
        return new AuditQuery(
                before,
                query.text("server"),
                query.text("connection"),
                query.text("tool"),
                query.oneOf("decision", List.of("allowed", "refused")),
                query.time("from"),
                query.time("until"),
                limit);
    }

    private static JsonNode json(AuditRow row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("sequence", row.sequence());
        json.put("previous", row.previous());
        json.put("hash", row.hash());
        json.set("event", event(row.body()));
        return json;
    }

    /** Null for what is no event any more: somebody has tampered with it, and the other rows are to be seen all the same. */
    private static JsonNode event(String body) {
        try {
            return JsonTree.read(body.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            LOG.warn("A row of the audit trail is no JSON: it was tampered with. Run \"audit verify\".");
            return JsonNodeFactory.instance.nullNode();
        }
    }
}
