package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.audit.AuditQuery;
import dev.toolsmith.platform.audit.AuditRow;
import dev.toolsmith.platform.model.AdminSession;
import dev.toolsmith.platform.model.Administrator;
import dev.toolsmith.platform.model.ApiToken;
import dev.toolsmith.platform.model.AppVersionRow;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.SealedCredential;
import dev.toolsmith.platform.model.UrlToken;
import dev.toolsmith.platform.store.StoreReads;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Questions to one connection. */
class SqliteReads implements StoreReads {

    private final Handle handle;
    private final AuditPages trail;

    /**
     * Questions to a connection.
     *
     * @param betweenPages what is done after each page of a streamed trail
     */
    SqliteReads(Handle handle, Runnable betweenPages) {
        this.handle = handle;
        this.trail = new AuditPages(handle, betweenPages);
    }

    final Handle handle() {
        return handle;
    }

    @Override
    public final List<Connection> connections() {
        return all("SELECT * FROM connection ORDER BY number", (row, context) -> Rows.connection(row));
    }

    @Override
    public final Optional<Connection> connection(String id) {
        return one("SELECT * FROM connection WHERE id = ?", id, (row, context) -> Rows.connection(row));
    }

    @Override
    public final Optional<SealedCredential> credential(String connectionId) {
        return one(
                "SELECT * FROM credential WHERE connection_id = ?",
                connectionId,
                (row, context) -> Rows.credential(row));
    }

    @Override
    public final List<HostedServer> servers() {
        return all("SELECT * FROM server ORDER BY number", (row, context) -> Rows.server(row));
    }

    @Override
    public final Optional<HostedServer> server(String id) {
        return one("SELECT * FROM server WHERE id = ?", id, (row, context) -> Rows.server(row));
    }

    @Override
    public final List<AppVersionRow> appVersions() {
        return all("SELECT * FROM app_version ORDER BY number", (row, context) -> Rows.appVersion(row));
    }

    @Override
    public final List<UrlToken> urlTokens() {
        return all("SELECT * FROM url_token ORDER BY number", (row, context) -> Rows.urlToken(row));
    }

    @Override
    public final List<UrlToken> urlTokensOf(String serverId) {
        String sql = "SELECT * FROM url_token WHERE server_id = ? ORDER BY number";
        try (var question = handle.createQuery(sql).bind(0, serverId)) {
            return question.map((row, context) -> Rows.urlToken(row)).list();
        }
    }

    @Override
    public final List<ApiToken> apiTokens() {
        return all("SELECT * FROM api_token ORDER BY number", (row, context) -> Rows.apiToken(row));
    }

    @Override
    public final List<Administrator> administrators() {
        return all("SELECT * FROM administrator ORDER BY number", (row, context) -> Rows.administrator(row));
    }

    @Override
    public final Optional<AdminSession> session(String mac) {
        return one("SELECT * FROM admin_session WHERE mac = ?", mac, (row, context) -> Rows.session(row));
    }

    @Override
    public final List<AdminSession> sessions() {
        return all("SELECT * FROM admin_session ORDER BY created_at", (row, context) -> Rows.session(row));
    }

    @Override
    public final Optional<byte[]> value(String name) {
        return one("SELECT bytes FROM value WHERE name = ?", name, (row, context) -> row.getBytes(1));
    }

    @Override
    public final List<AuditRow> audit(AuditQuery query) {
        return trail.newestFirst(query);
    }

    @Override
    public final void eachAudit(AuditQuery query, Consumer<AuditRow> row) {
        trail.each(query, row);
    }

    private <T> List<T> all(String sql, RowMapper<T> mapper) {
        try (var question = handle.createQuery(sql)) {
            return question.map(mapper).list();
        }
    }

    private <T> Optional<T> one(String sql, String key, RowMapper<T> mapper) {
        try (var question = handle.createQuery(sql).bind(0, key)) {
            return question.map(mapper).findOne();
        }
    }
}
