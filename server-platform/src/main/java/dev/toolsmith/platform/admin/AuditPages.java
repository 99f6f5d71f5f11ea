package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.audit.AuditExport;
import dev.toolsmith.platform.audit.AuditExport.Format;
import dev.toolsmith.platform.audit.AuditQuery;
import dev.toolsmith.platform.audit.AuditRow;
import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.model.Administrator;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.store.StoreReads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** The audit trail: newest first, a page at a time, and as a file. */
final class AuditPages {

    private static final String LIST = "/admin/audit";
    private static final int ROWS = 50;

    private final Store store;
    private final Semaphore exports;
    private final HostedServers servers;
    private final Pages pages;

    AuditPages(AdminParts parts, Pages pages) {
        this.store = parts.store();
        this.exports = parts.exports();
        this.servers = parts.servers();
        this.pages = pages;
    }

    List<Route> routes() {
        return List.of(Route.get(LIST, this::list), Route.get(LIST + "/export", this::export));
    }

    /**
     * The page.
     *
     * @param rows newest first
     * @param filter what was asked for
     * @param servers those that can be chosen
     * @param next where older rows are; empty when there are none
     */
    record Trail(List<AuditLine> rows, AuditFilter filter, List<HostedServer> servers, String next) {}

    private Answer list(Visit visit) {
        AuditFilter filter = AuditFilter.of(visit);
        // One more than is shown tells whether there are older ones.
        AuditQuery query = filter.query(ROWS + 1);
        List<AuditRow> rows = store.read(reads -> reads.audit(query));
        Map<String, String> names = names();
        List<AuditLine> lines =
                rows.stream().limit(ROWS).map(row -> AuditLine.of(row, names)).toList();
        boolean more = rows.size() > ROWS;
        String next = more ? LIST + "?" + filter.before(rows.get(ROWS - 1).sequence()) : "";
        Trail trail = new Trail(lines, filter, servers.all(), next);
        return pages.page(visit, "audit", "Audit", "audit", trail);
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        servers.all().forEach(server -> names.put(server.id(), server.name()));
        for (Administrator one : store.read(StoreReads::administrators)) {
            names.put(one.id(), one.email());
        }
        return names;
    }

    private Answer export(Visit visit) {
        Format format = switch (visit.asked("format")) {
            case "jsonl" -> Format.JSONL;
            case "csv" -> Format.CSV;
            default -> throw ProblemException.of(400, "format", "The format is jsonl or csv.", "");
        };
        AuditQuery query = AuditFilter.of(visit).query(ROWS);
        boolean csv = format == Format.CSV;
        if (!exports.tryAcquire()) {
            throw ProblemException.of(
                    429, "too_many_exports", "Too many exports are under way. Try again when one has ended.", "");
        }
        return Answer.file(
                csv ? "text/csv; charset=utf-8" : "application/jsonl", csv ? "audit.csv" : "audit.jsonl", out -> {
                    try {
                        write(query, new AuditExport(format, out));
                    } finally {
                        exports.release();
                    }
                });
    }

    private void write(AuditQuery query, AuditExport export) {
        store.read(reads -> {
            reads.eachAudit(query, export);
            return true;
        });
        export.flush();
    }
}
