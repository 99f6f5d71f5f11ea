package dev.toolsmith.platform.store;

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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What can be asked of a store. Lists are in the order in which things were made, unless said otherwise. */
public interface StoreReads {

    List<Connection> connections();

    Optional<Connection> connection(String id);

    Optional<SealedCredential> credential(String connectionId);

    /** All servers, expired ones that are not cleaned up yet too. */
    List<HostedServer> servers();

    Optional<HostedServer> server(String id);

    /** The versions of apps' tools that are served, or that servers are pinned to. */
    List<AppVersionRow> appVersions();

    List<UrlToken> urlTokens();

    /** The tokens of one server. */
    List<UrlToken> urlTokensOf(String serverId);

    List<ApiToken> apiTokens();

    List<Administrator> administrators();

    Optional<AdminSession> session(String mac);

    /** All sessions, those that are over and not cleaned up yet too. */
    List<AdminSession> sessions();

    /** A small value by name: key material that is itself encrypted, marks of progress. */
    Optional<byte[]> value(String name);

    /** One page of the trail, newest first. */
    List<AuditRow> audit(AuditQuery query);

    /** Every row of the trail that the query's filters let through, oldest first, one at a time; its limit is not used. */
    void eachAudit(AuditQuery query, Consumer<AuditRow> row);
}
