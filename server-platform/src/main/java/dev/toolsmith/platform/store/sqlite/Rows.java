package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.audit.AuditRow;
import dev.toolsmith.platform.model.AdminSession;
import dev.toolsmith.platform.model.Administrator;
import dev.toolsmith.platform.model.ApiToken;
import dev.toolsmith.platform.model.AppVersionRow;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ConnectionState;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.SealedCredential;
import dev.toolsmith.platform.model.ServerConduct;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.platform.model.UrlToken;
import dev.toolsmith.runtime.bundle.Exposure;
import dev.toolsmith.runtime.upstream.Confirmation;
import dev.toolsmith.runtime.view.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the rows of each table mean. */
final class Rows {

    private Rows() {}

    static Connection connection(ResultSet row) throws SQLException {
        return new Connection(
                row.getString("id"),
                row.getString("app"),
                row.getString("name"),
                ConnectionState.valueOf(row.getString("state")),
                row.getString("state_reason"),
                row.getString("workspace_id"),
                row.getString("workspace_name"),
                Optional.ofNullable(row.getString("scopes")).map(TextList::read),
                row.getString("credential_hint"),
                row.getString("created_by"),
                time(row, "created_at"),
                time(row, "updated_at"));
    }

    static SealedCredential credential(ResultSet row) throws SQLException {
        return new SealedCredential(row.getBytes("keyset"), row.getBytes("ciphertext"));
    }

    static HostedServer server(ResultSet row) throws SQLException {
        return new HostedServer(
                row.getString("id"),
                row.getString("connection_id"),
                row.getString("name"),
                config(row),
                row.getBoolean("paused"),
                row.getString("created_by"),
                time(row, "created_at"),
                time(row, "updated_at"),
                optionalTime(row, "expires_at"));
    }

    private static ServerConfig config(ResultSet row) throws SQLException {
        int callsPerMinute = row.getInt("calls_per_minute");
        boolean isUnlimited = row.wasNull();
        return new ServerConfig(
                TextList.read(row.getString("methods")),
                TextList.read(row.getString("tags")),
                TextList.read(row.getString("tools")),
                TextList.read(row.getString("denied_tools")),
                row.getBoolean("read_only"),
                row.getBoolean("require_api_token_auth"),
                isUnlimited ? Optional.empty() : Optional.of(callsPerMinute),
                Optional.ofNullable(row.getString("pinned_version")),
                conduct(row));
    }

    private static ServerConduct conduct(ResultSet row) throws SQLException {
        return new ServerConduct(
                Exposure.valueOf(row.getString("exposure")),
                Confirmation.valueOf(row.getString("confirm")),
                View.valueOf(row.getString("result_form")),
                row.getBoolean("structured"));
    }

    static AppVersionRow appVersion(ResultSet row) throws SQLException {
        return new AppVersionRow(
                row.getString("app"),
                row.getString("digest"),
                row.getString("version"),
                time(row, "first_seen_at"),
                row.getBoolean("newest"),
                Optional.ofNullable(row.getString("jar_sha256")));
    }

    static UrlToken urlToken(ResultSet row) throws SQLException {
        return new UrlToken(
                row.getString("id"),
                row.getString("server_id"),
                row.getString("mac"),
                row.getString("hint"),
                time(row, "created_at"),
                optionalTime(row, "ends_at"));
    }

    static ApiToken apiToken(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getString("id"),
                row.getString("name"),
                row.getString("mac"),
                row.getString("hint"),
                TextList.read(row.getString("permissions")).stream()
                        .map(ApiToken.Permission::valueOf)
                        .collect(Collectors.toSet()),
                Optional.ofNullable(row.getString("server_id")),
                row.getString("created_by"),
                time(row, "created_at"),
                optionalTime(row, "expires_at"));
    }

    static Administrator administrator(ResultSet row) throws SQLException {
        return new Administrator(
                row.getString("id"), row.getString("email"), row.getString("password_hash"), time(row, "created_at"));
    }

    static AdminSession session(ResultSet row) throws SQLException {
        return new AdminSession(
                row.getString("mac"),
                row.getString("administrator_id"),
                time(row, "created_at"),
                time(row, "expires_at"));
    }

    static AuditRow audit(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("sequence"), row.getString("body"), row.getString("previous"), row.getString("hash"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Instant.parse(row.getString(column));
    }

    private static Optional<Instant> optionalTime(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(Instant::parse);
    }
}
