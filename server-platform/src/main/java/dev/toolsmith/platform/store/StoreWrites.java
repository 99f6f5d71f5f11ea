package dev.toolsmith.platform.store;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.model.AdminSession;
import dev.toolsmith.platform.model.Administrator;
import dev.toolsmith.platform.model.ApiToken;
import dev.toolsmith.platform.model.AppVersionRow;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.SealedCredential;
import dev.toolsmith.platform.model.UrlToken;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** What can be done to a store, within one change. An update of something that is not there does nothing. */
public interface StoreWrites extends StoreReads {

    void insert(Connection connection, SealedCredential credential);

    void update(Connection connection);

    void replaceCredential(String connectionId, SealedCredential credential);

    /** Removes a connection, its key material, its servers and their tokens; overwrites what they were stored in. */
    void deleteConnection(String id);

    void insert(HostedServer server, UrlToken token);

    void update(HostedServer server);

    /** Removes a server and its tokens. */
    void deleteServer(String id);

    /** Keeps what is known of a version, in the place of what was known before. */
    void put(AppVersionRow version);

    void deleteAppVersion(String app, String digest);

    void insert(UrlToken token);

    void update(UrlToken token);

    void deleteUrlToken(String id);

    void insert(ApiToken token);

    void deleteApiToken(String id);

    void insert(Administrator administrator);

    /** Removes an administrator and the sessions that are open. */
    void deleteAdministrator(String id);

    void insert(AdminSession session);

    void deleteSession(String mac);

    /**
     * Keeps that what a user agreed to is used, and forgets what would be no good any more.
     *
     * @param mark which agreement it is
     * @param end until when it would be good
     * @return whether it was not used before
     */
    boolean use(String mark, Instant end, Instant now);

    /** Sets a small value, or removes it when it has no bytes. Of what it was before, bytes may be left in files. */
    void setValue(String name, byte[] value);

    /** Sets a value that is key material; overwrites what it was before. */
    void setKey(String name, byte[] value);

    /**
     * Begins the audit trail, before anything is kept: signs the head of a trail without rows. From now on a missing head
     * is the mark of tampering. Does nothing when there is a key already.
     *
     * @param mac a keyed hash whose key is not readable in the database
     */
    void beginTrail(UnaryOperator<byte[]> mac);

    /** Appends to the trail. */
    void append(AuditEvent event);
}
