package dev.toolsmith.platform.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A connected account of an API.
 *
 * @param id {@code con_} and a random part
 * @param app the API's bundle
 * @param name what people call it
 * @param state whether it can be used
 * @param stateReason why it is in this state, for people; empty when there is nothing to say
 * @param workspaceId what limits of the API are counted by; its own id when the API does not tell
 * @param workspaceName for people; empty when unknown
 * @param scopes what the API granted; empty when unknown, which refuses nothing
 * @param credentialHint the last four characters of the credential
 * @param createdBy the actor who connected it
 */
public record Connection(
        String id,
        String app,
        String name,
        ConnectionState state,
        String stateReason,
        String workspaceId,
        String workspaceName,
        Optional<List<String>> scopes,
        String credentialHint,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {

    public Connection {
        scopes = scopes.map(List::copyOf);
    }

    /** The same in another state. */
    public Connection inState(ConnectionState other, String reason, Instant now) {
        return new Connection(
                id,
                app,
                name,
                other,
                reason,
                workspaceId,
                workspaceName,
                scopes,
                credentialHint,
                createdBy,
                createdAt,
                now);
    }
}
