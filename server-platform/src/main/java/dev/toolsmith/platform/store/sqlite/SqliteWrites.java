package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.model.AdminSession;
import dev.toolsmith.platform.model.Administrator;
import dev.toolsmith.platform.model.ApiToken;
import dev.toolsmith.platform.model.AppVersionRow;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.SealedCredential;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.platform.model.UrlToken;
import dev.toolsmith.platform.store.StoreWrites;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Changes on the writer's connection, within its transaction. */
final class SqliteWrites extends SqliteReads implements StoreWrites {

    private final Trail trail;
    private boolean hasErased;

    SqliteWrites(Handle handle, Trail trail) {
        super(handle, () -> {});
        this.trail = trail;
    }

    /** Whether something was to be overwritten since it was last asked. */
    boolean takeErased() {
        boolean was = hasErased;
        hasErased = false;
        return was;
    }

    @Override
    public void insert(Connection connection, SealedCredential credential) {
        run(
                "INSERT INTO connection (app, name, state, state_reason, workspace_id, workspace_name, scopes,"
                        + " credential_hint, created_by, created_at, updated_at, id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values(connection));
        insertCredential(connection.id(), credential);
    }

    @Override
    public void update(Connection connection) {
        run(
                "UPDATE connection SET app = ?, name = ?, state = ?, state_reason = ?, workspace_id = ?,"
                        + " workspace_name = ?, scopes = ?, credential_hint = ?, created_by = ?, created_at = ?,"
                        + " updated_at = ? WHERE id = ?",
                values(connection));
    }

    private static Object[] values(Connection connection) {
        return new Object[] {
            connection.app(),
            connection.name(),
            connection.state().name(),
            connection.stateReason(),
            connection.workspaceId(),
            connection.workspaceName(),
            connection.scopes().map(TextList::write),
            connection.credentialHint(),
            connection.createdBy(),
            connection.createdAt(),
            connection.updatedAt(),
            connection.id()
        };
    }

    private void insertCredential(String connectionId, SealedCredential credential) {
        run(
                "INSERT INTO credential (connection_id, keyset, ciphertext) VALUES (?, ?, ?)",
                connectionId,
                credential.keyset(),
                credential.ciphertext());
    }

    @Override
    public void replaceCredential(String connectionId, SealedCredential credential) {
        run(
                "UPDATE credential SET keyset = ?, ciphertext = ? WHERE connection_id = ?",
                credential.keyset(),
                credential.ciphertext(),
                connectionId);
        hasErased = true;
    }

    @Override
    public void deleteConnection(String id) {
        run("DELETE FROM connection WHERE id = ?", id);
        hasErased = true;
    }

    @Override
    public void insert(HostedServer server, UrlToken token) {
        run(
                "INSERT INTO server (connection_id, name, methods, tags, tools, denied_tools, read_only,"
                        + " require_api_token_auth, calls_per_minute, pinned_version, exposure, confirm, result_form,"
                        + " structured, paused, created_by, created_at, updated_at, expires_at, id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values(server));
        insert(token);
    }

    @Override
    public void update(HostedServer server) {
        run(
                "UPDATE server SET connection_id = ?, name = ?, methods = ?, tags = ?, tools = ?, denied_tools = ?,"
                        + " read_only = ?, require_api_token_auth = ?, calls_per_minute = ?,"
                        + " pinned_version = ?, exposure = ?, confirm = ?, result_form = ?, structured = ?, paused = ?,"
                        + " created_by = ?, created_at = ?, updated_at = ?, expires_at = ? WHERE id = ?",
                values(server));
    }

    private static Object[] values(HostedServer server) {
        ServerConfig config = server.config();
        return new Object[] {
            server.connectionId(),
            server.name(),
            TextList.write(config.methods()),
            TextList.write(config.tags()),
            TextList.write(config.tools()),
            TextList.write(config.deniedTools()),
            config.readOnly(),
            config.requireApiTokenAuth(),
            config.callsPerMinute(),
            config.pinnedVersion(),
            config.conduct().exposure().name(),
            config.conduct().confirm().name(),
            config.conduct().view().name(),
            config.conduct().structured(),
            server.paused(),
            server.createdBy(),
            server.createdAt(),
            server.updatedAt(),
            server.expiresAt(),
            server.id()
        };
    }

    @Override
    public void deleteServer(String id) {
        run("DELETE FROM server WHERE id = ?", id);
    }

    @Override
    public void put(AppVersionRow version) {
        run(
                "INSERT INTO app_version (app, digest, version, first_seen_at, newest, jar_sha256)"
                        + " VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (app, digest) DO UPDATE SET version = excluded.version,"
                        + " first_seen_at = excluded.first_seen_at, newest = excluded.newest,"
                        + " jar_sha256 = excluded.jar_sha256",
                version.app(),
                version.digest(),
                version.version(),
                version.firstSeenAt(),
                version.newest(),
                version.jarSha256());
    }

    @Override
    public void deleteAppVersion(String app, String digest) {
        run("DELETE FROM app_version WHERE app = ? AND digest = ?", app, digest);
    }

    @Override
    public void insert(UrlToken token) {
        run(
                "INSERT INTO url_token (server_id, mac, hint, created_at, ends_at, id) VALUES (?, ?, ?, ?, ?, ?)",
                values(token));
    }

    @Override
    public void update(UrlToken token) {
        run(
                "UPDATE url_token SET server_id = ?, mac = ?, hint = ?, created_at = ?, ends_at = ? WHERE id = ?",
                values(token));
    }

    private static Object[] values(UrlToken token) {
        return new Object[] {
            token.serverId(), token.mac(), token.hint(), token.createdAt(), token.endsAt(), token.id(),
        };
    }

    @Override
    public void deleteUrlToken(String id) {
        run("DELETE FROM url_token WHERE id = ?", id);
    }

    @Override
    public void insert(ApiToken token) {
        run(
                "INSERT INTO api_token (id, name, mac, hint, permissions, server_id, created_by, created_at,"
                        + " expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                token.id(),
                token.name(),
                token.mac(),
                token.hint(),
                TextList.write(
                        token.permissions().stream().map(Enum::name).sorted().toList()),
                token.serverId(),
                token.createdBy(),
                token.createdAt(),
                token.expiresAt());
    }

    @Override
    public void deleteApiToken(String id) {
        run("DELETE FROM api_token WHERE id = ?", id);
    }

    @Override
    public void insert(Administrator administrator) {
        run(
                "INSERT INTO administrator (email, password_hash, created_at, id) VALUES (?, ?, ?, ?)",
                administrator.email(),
                administrator.passwordHash(),
                administrator.createdAt(),
                administrator.id());
    }

    @Override
    public void deleteAdministrator(String id) {
        run("DELETE FROM administrator WHERE id = ?", id);
    }

    @Override
    public void insert(AdminSession session) {
        run(
                "INSERT INTO admin_session (mac, administrator_id, created_at, expires_at) VALUES (?, ?, ?, ?)",
                session.mac(),
                session.administratorId(),
                session.createdAt(),
                session.expiresAt());
    }

    @Override
    public void deleteSession(String mac) {
        run("DELETE FROM admin_session WHERE mac = ?", mac);
    }

    @Override
    public boolean use(String mark, Instant end, Instant now) {
        run("DELETE FROM used_agreement WHERE end_at < ?", now.toEpochMilli());
        return changed("INSERT OR IGNORE INTO used_agreement (mark, end_at) VALUES (?, ?)", mark, end.toEpochMilli())
                == 1;
    }

    @Override
    public void setValue(String name, byte[] value) {
        if (value.length == 0) {
            run("DELETE FROM value WHERE name = ?", name);
        } else {
            run(
                    "INSERT INTO value (name, bytes) VALUES (?, ?)"
                            + " ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes",
                    name,
                    value);
        }
    }

    @Override
    public void setKey(String name, byte[] value) {
        setValue(name, value);
        hasErased = true;
    }

    @Override
    public void beginTrail(UnaryOperator<byte[]> mac) {
        try {
            trail.beginWith(mac);
        } catch (SQLException e) {
            throw Failures.of("The audit trail cannot be begun", e);
        }
    }

    @Override
    public void append(AuditEvent event) {
        trail.append(event);
    }

    private void run(String sql, Object... values) {
        int unused = changed(sql, values);
    }

    /** Runs it, and tells how many rows are other than before. */
    private int changed(String sql, Object... values) {
        try (var update = handle().createUpdate(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.bind(i, column(values[i]));
            }
            return update.execute();
        }
    }

    private static @Nullable Object column(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? column(optional.get()) : null;
        }
        return value instanceof Instant time ? time.toString() : value;
    }
}
