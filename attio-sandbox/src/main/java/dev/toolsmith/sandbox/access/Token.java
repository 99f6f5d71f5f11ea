package dev.toolsmith.sandbox.access;

import dev.toolsmith.sandbox.model.Actor;
import dev.toolsmith.sandbox.model.Ids;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.wire.Json;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An access token: of the workspace (an API key) or of a user (from OAuth).
 *
 * @param id the UUID that stands for an API key as an actor
 * @param secret the token itself
 * @param scopes what it may do
 * @param clientId the OAuth client; for an API key its own id
 * @param memberId the user; null for an API key
 * @param authorizedBy the member who made or authorised it
 * @param issuedAt when it was made
 */
public record Token(
        String id,
        String secret,
        Set<String> scopes,
        String clientId,
        @Nullable String memberId,
        String authorizedBy,
        Instant issuedAt) {
    public Token {
        scopes = java.util.Collections.unmodifiableSet(new TreeSet<>(scopes));
    }

    /** Who acts when this token is presented. */
    public Actor actor() {
        return memberId == null ? new Actor("api-token", id) : Actor.member(memberId);
    }

    /** What introspection and {@code /v2/self} tell. */
    public ObjectNode json() {
        return Json.object()
                .put("active", true)
                .put("scope", String.join(" ", scopes))
                .put("client_id", clientId)
                .put("token_type", "Bearer")
                .putNull("exp")
                .put("iat", issuedAt.getEpochSecond())
                .put("sub", Ids.WORKSPACE)
                .put("aud", clientId)
                .put("iss", "attio.com")
                .put("authorized_by_workspace_member_id", authorizedBy)
                .put("workspace_id", Ids.WORKSPACE)
                .put("workspace_name", Workspace.NAME)
                .put("workspace_slug", Workspace.SLUG)
                .putNull("workspace_logo_url");
    }

    @Override
    public String toString() {
        return "Token[" + id + ", " + scopes + "]";
    }
}
